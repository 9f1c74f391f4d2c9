// SPDX-License-Identifier: GPL-3.0-or-later
// One host of the verification environment and how far up the ladder it is asked (line.md §11): the portal
// and the API up to an HTTP answer, the card reader's gateway up to TLS, and to the WebSocket where the
// profile knows its path. A value, any thread.
#pragma once

#include <string>
#include <vector>

#include "probes/check/check.h"
#include "probes/site/resolved_names.h"

namespace onshi {

/// The addresses at which a rung found the host, handed from rung to rung.
struct HostAddresses {
  std::vector<std::string> addresses;
  std::vector<std::string> elsewhere{};  // that another resolver gave and the first one did not
  std::optional<ProxyHop> proxy{};       // through which the terminal goes to it
  LineDelay delay{};
};

struct LadderHost {
  std::string row;  // "portal": the last part of its checks' names
  Service service;
  bool asks_http = true;

  /// "connectivity.tcp.portal" for the rung "tcp".
  [[nodiscard]] std::string check_name(const std::string& rung) const {
    return "connectivity." + rung + "." + row;
  }
  [[nodiscard]] Target at(const std::string& address) const { return {service.host, address, service.port}; }
  /// The way that was found to it.
  [[nodiscard]] Target on(const HostAddresses& reached) const {
    Target target = at(reached.addresses.front());
    target.proxy = reached.proxy;
    return target;
  }
};

/// Those that the profile lists for the verification environment; never one of another environment.
std::vector<LadderHost> ladder_hosts(const Profile& profile);

}  // namespace onshi
