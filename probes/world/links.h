// SPDX-License-Identifier: GPL-3.0-or-later
// The terminal's own view of its network: links, addresses, routes, resolvers. Asking sends no packet.
// Addresses are numeric text without scope ("2001:db8::1"). Called from check threads; must be thread-safe.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "probes/world/limit.h"
#include "probes/world/seen.h"

namespace onshi {

struct Address {
  std::string ip{};
  int prefix_length = 0;
  bool ipv6 = false;
  bool link_local = false;
  bool temporary = false;
  bool tentative = false;
  bool deprecated = false;
  bool duplicate = false;  // somebody else on the link already uses it, so the system does not
  bool operator==(const Address&) const = default;
};

struct Link {
  enum class Kind { ethernet, wireless, ppp, tunnel, loopback, other };
  std::string name{};  // "enp1s0"
  Kind kind = Kind::other;
  bool enabled = false;  // switched on in the system
  bool carrier = false;  // a cable with something at its other end
  int mtu = 0;
  int megabits = 0;  // 0 when unknown
  std::vector<Address> addresses{};
  bool operator==(const Link&) const = default;
};

struct Route {
  enum class Origin { router_advertisement, manual, dhcp, kernel, other };
  std::string destination{};  // "::" or "0.0.0.0" for the default route
  int prefix_length = 0;
  std::string gateway{};  // empty when directly attached
  std::string link{};
  std::uint32_t metric = 0;
  bool ipv6 = false;
  Origin origin = Origin::other;
  bool operator==(const Route&) const = default;
};

struct Resolver {
  std::string ip{};
  std::string link{};  // empty when not tied to one
  bool operator==(const Resolver&) const = default;
};

struct NetworkView {
  std::vector<Link> links{};
  std::vector<Route> routes{};
  std::vector<Resolver> resolvers{};          // in the order in which the system asks them
  std::vector<std::string> search_domains{};  // lower case, no trailing dot
  bool operator==(const NetworkView&) const = default;
};

/// Links on which the terminal is calling for an address just now and has not got one by it yet, as far as
/// that can be seen.
struct AddressCalls {
  std::vector<std::string> dhcp{};
  std::vector<std::string> pppoe{};
  bool operator==(const AddressCalls&) const = default;
};

class Links {
 public:
  virtual ~Links() = default;
  virtual Seen<NetworkView> look(const Limit& limit) = 0;
  /// The source address that the system would use towards `ip`, or `not_here` when there is no route.
  virtual Seen<std::string> source_towards(const std::string& ip) = 0;
  /// The largest packet towards `ip` that the system knows to pass: of the link, of the route, or as a router
  /// on the way said. `not_here` when there is no route.
  virtual Seen<int> path_mtu_towards(const std::string& ip) = 0;
  virtual Seen<AddressCalls> address_calls() = 0;
  /// Waits until the view differs from `known`, or the limit; then the view as it is. The system tells when
  /// to look again (netlink, NotifyIpInterfaceChange); only resolver settings are compared, at most twice a
  /// second.
  virtual Seen<NetworkView> wait_for_change(const NetworkView& known, const Limit& limit) = 0;
};

}  // namespace onshi
