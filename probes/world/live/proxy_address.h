// SPDX-License-Identifier: GPL-3.0-or-later
// How systems write down a proxy and the hosts that are gone to without it. User name and password are
// dropped here, before anybody else sees the text. Pure functions, any thread.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "probes/world/machine.h"

namespace onshi {

/// "http://host:8080", "host", "[2001:db8::1]:3128"; what cannot be followed, such as "socks5://host", is
/// kept as `unread` without user name, password and path.
ProxySettings proxy_at(std::string_view address, std::string place);

/// Parted by commas, semicolons or blanks; in lower case.
std::vector<std::string> proxy_exemptions(std::string_view text);

}  // namespace onshi
