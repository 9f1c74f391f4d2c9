// SPDX-License-Identifier: GPL-3.0-or-later
// The two texts by which Windows keeps a proxy, alike for WinINET (a user's browser) and WinHTTP (services).
// Pure functions, any thread.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "probes/world/machine.h"

namespace onshi {

/// `servers`: "proxy:8080", or by kind "http=a:80;https=b:8080;socks=c:1080". `bypass`:
/// "a.example;*.b;<local>". Empty when no server is for https.
std::optional<ProxySettings> windows_proxy(std::string_view servers, std::string_view bypass,
                                           std::string place);

}  // namespace onshi
