// SPDX-License-Identifier: GPL-3.0-or-later
// Keeping one connection's packets small, both ways, to find a path on which only large ones vanish (line.md
// §9). Each system has its own way, and may have none. Any thread.
#pragma once

#include <curl/curl.h>

namespace onshi {

/// Before the connection is made: no segment of TCP larger than `bytes`. Where that cannot be set, nothing
/// happens.
void clamp_segments(curl_socket_t socket, int bytes);

}  // namespace onshi
