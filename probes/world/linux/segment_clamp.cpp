// SPDX-License-Identifier: GPL-3.0-or-later
#include "probes/world/live/segment_clamp.h"

#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/socket.h>

namespace onshi {

void clamp_segments(curl_socket_t socket, int bytes) {
  ::setsockopt(socket, IPPROTO_TCP, TCP_MAXSEG, &bytes, sizeof(bytes));
}

}  // namespace onshi
