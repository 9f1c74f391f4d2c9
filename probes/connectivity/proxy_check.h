// SPDX-License-Identifier: GPL-3.0-or-later
// What the terminal's proxy settings do to the hosts of the verification environment: whether any goes
// through a proxy, and whether that one can be reached. A proxy that the profile does not list is named and
// never asked. Hands a ProxyWay on, so that the ladder is climbed the way the terminal's browser would take.
#pragma once

#include "probes/connectivity/ladder_host.h"

namespace onshi {

Check proxy_check(std::vector<LadderHost> hosts);

/// The addresses of a host of the profile, from those that the line's names already brought or from the same
/// resolvers; empty when there are none.
std::vector<std::string> addresses_of(const Inquiry& inquiry, const std::string& host);

inline constexpr std::chrono::milliseconds kProxyNamePatience{700};  // for one resolver, with its repeat

}  // namespace onshi
