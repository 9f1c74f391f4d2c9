// SPDX-License-Identifier: GPL-3.0-or-later
// How the live parts learn by which link to go, and how they keep a socket to it. Each system binds in its
// own way. Any thread.
#pragma once

#include <functional>
#include <string>

#include <curl/curl.h>

namespace onshi {

/// The link on which to leave for a numeric address; empty for the system's own way. No function means the
/// same.
using LinkChoice = std::function<std::string(const std::string& ip)>;

inline std::string chosen(const LinkChoice& choice, const std::string& ip) {
  return choice ? choice(ip) : std::string{};
}

/// Before anything is sent: whatever the routes say, packets leave by this link. False when it cannot be, and
/// then nothing may be sent; a system on which only an administrator may bind goes its own way.
bool keep_to_link(curl_socket_t socket, const std::string& link);

}  // namespace onshi
