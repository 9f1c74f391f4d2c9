// SPDX-License-Identifier: GPL-3.0-or-later
// Which hosts the terminal's own settings send through a proxy, and through which (line.md §8). Evidence of
// "connectivity.proxy". Pure, any thread.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "probes/world/machine.h"
#include "probes/world/network.h"

namespace onshi {

inline constexpr const char* kProxyCheck = "connectivity.proxy";

/// Whether programs leave the proxy out for `host` (lower case). "host" and ".domain" mean what lies below
/// them too, as most programs of Linux read it; "*.domain" what lies below, as Windows does.
bool is_bypassed(const ProxySettings& settings, std::string_view host);

struct ProxyWay {
  ProxySettings settings{};
  std::optional<ProxyHop> hop{};  // the set proxy, where it can be reached and may be asked

  /// The hop on the way to `host`; empty for the direct way.
  [[nodiscard]] std::optional<ProxyHop> to(std::string_view host) const;
};

/// "proxy.example:8080"
std::string name_of(const ProxyServer& server);
/// The same, or what was set and is not followed; "none" when nothing is set.
std::string name_of(const ProxySettings& settings);
std::string name_of(const ProxyHop& hop);
/// That name for a host that goes through it, "direct" for one that does not.
std::string way_to(const ProxySettings& settings, std::string_view host);

}  // namespace onshi
