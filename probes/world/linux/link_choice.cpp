// SPDX-License-Identifier: GPL-3.0-or-later
#include "probes/world/live/link_choice.h"

#include <cerrno>

#include <sys/socket.h>

namespace onshi {

/// Kernels before 5.7 let an administrator alone bind.
bool keep_to_link(curl_socket_t socket, const std::string& link) {
  if (link.empty()) return true;
  const auto size = static_cast<socklen_t>(link.size());
  return ::setsockopt(socket, SOL_SOCKET, SO_BINDTODEVICE, link.data(), size) == 0 || errno == EPERM;
}

}  // namespace onshi
