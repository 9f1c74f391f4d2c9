// SPDX-License-Identifier: GPL-3.0-or-later
// What the addresses of the terminal's adapters amount to, per family: usable, or the one reason why not
// (line.md §1, §2). Pure functions over a NetworkView, any thread.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "probes/site/site.h"
#include "probes/world/links.h"

namespace onshi {

enum class AddressState {
  usable,
  tentative,        // still being tried for duplicates by the system
  duplicate,        // somebody else has it
  only_link_local,  // fe80:: alone: no router advertisement came
  only_ipv4,        // the same on the only link, which has an IPv4 address: perhaps another line or LAN
  no_ipv6,          // not even fe80::
  only_private,     // fc00::/7 alone
  expired,          // the router stopped renewing it
  no_ipv4,
  no_ppp,        // the same where a PPP connection should give the address, and none is up
  self_assigned  // 169.254.0.0/16 alone: no DHCP answer
};

struct AddressAssessment {
  AddressState state = AddressState::no_ipv6;
  bool ipv6 = true;                 // the family that was judged
  std::vector<std::string> usable;  // addresses of that family
};

/// Never `only_ipv4` or `no_ppp`, which are told by `assess`.
AddressAssessment assess_ipv6(const NetworkView& view);
AddressAssessment assess_ipv4(const NetworkView& view);

/// IPv6 for line type 1, IPv4 for 2 and 3; when nothing was declared, whichever is usable, IPv6 first.
AddressAssessment assess(const NetworkView& view, std::optional<LineType> type);

/// Whether waiting can help: the system or the router may still be about to give the address.
bool may_still_come(AddressState state);

/// A neighbour on one of the links; nobody behind a tunnel is one.
bool is_on_link(const std::string& ip, const NetworkView& view);

/// Whether the addresses come from routers of different owners: they differ in their first 32 bits.
bool from_several_providers(const std::vector<std::string>& ipv6_addresses);

}  // namespace onshi
