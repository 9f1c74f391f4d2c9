// SPDX-License-Identifier: GPL-3.0-or-later
// The proof of RFC 6455 section 1.3 that the other side speaks WebSocket and does not repeat an old answer.
// Pure but for the random numbers, any thread.
#pragma once

#include <string>

namespace onshi {

/// 16 random bytes in base 64.
std::string new_websocket_key();

/// What the server must answer to that key.
std::string websocket_accept(const std::string& key);

}  // namespace onshi
