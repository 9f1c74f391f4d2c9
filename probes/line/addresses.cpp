// SPDX-License-Identifier: GPL-3.0-or-later
#include "probes/line/addresses.h"

#include <algorithm>

#include "probes/line/link_check.h"
#include "probes/site/ip_address.h"

namespace onshi {
namespace {

struct Candidate {
  Address address;
  IpAddress ip;
};

std::vector<Candidate> candidates(const NetworkView& view, bool ipv6) {
  std::vector<Candidate> found;
  for (const Link& link : view.links) {
    if (!is_carrying(link)) continue;
    for (const Address& address : link.addresses) {
      auto ip = parse_ip(address.ip);
      if (ip && ip->ipv6 == ipv6) found.push_back({address, *ip});
    }
  }
  return found;
}

bool is_global(const Candidate& candidate) {
  return candidate.ip.ipv6 ? is_global_ipv6(candidate.ip) : !is_link_local(candidate.ip);
}

bool is_usable(const Candidate& candidate) {
  const Address& address = candidate.address;
  return is_global(candidate) && !address.tentative && !address.deprecated && !address.duplicate;
}

std::vector<std::string> usable_of(const std::vector<Candidate>& candidates) {
  std::vector<std::string> usable;
  for (const Candidate& candidate : candidates) {
    if (is_usable(candidate)) usable.push_back(candidate.address.ip);
  }
  return usable;
}

/// Why none of the global addresses can be used.
AddressState why_not(const std::vector<Candidate>& all) {
  auto any = [&](auto holds) {
    return std::ranges::any_of(all, [&](const Candidate& c) { return is_global(c) && holds(c.address); });
  };
  if (any([](const Address& a) { return a.duplicate; })) return AddressState::duplicate;
  if (any([](const Address& a) { return a.tentative; })) return AddressState::tentative;
  return AddressState::expired;
}

}  // namespace

AddressAssessment assess_ipv6(const NetworkView& view) {
  auto all = candidates(view, true);
  auto usable = usable_of(all);
  if (!usable.empty()) return {AddressState::usable, true, usable};
  if (std::ranges::any_of(all, is_global)) return {why_not(all), true, {}};
  if (all.empty()) return {AddressState::no_ipv6, true, {}};
  bool is_private_too = std::ranges::any_of(all, [](const Candidate& c) { return is_private(c.ip); });
  return {is_private_too ? AddressState::only_private : AddressState::only_link_local, true, {}};
}

AddressAssessment assess_ipv4(const NetworkView& view) {
  auto all = candidates(view, false);
  auto usable = usable_of(all);
  if (!usable.empty()) return {AddressState::usable, false, usable};
  if (std::ranges::any_of(all, is_global)) return {why_not(all), false, {}};
  return {all.empty() ? AddressState::no_ipv4 : AddressState::self_assigned, false, {}};
}

namespace {

/// With two adapters, the one with IPv4 is the usual way to the clinic's other systems (line.md §1).
bool is_on_ipv4_alone(const NetworkView& view) {
  return std::ranges::count_if(view.links, is_carrying) == 1 &&
         assess_ipv4(view).state == AddressState::usable;
}

AddressAssessment assess_for_ntt(const NetworkView& view) {
  AddressAssessment found = assess_ipv6(view);
  if (found.state == AddressState::only_link_local && is_on_ipv4_alone(view)) {
    found.state = AddressState::only_ipv4;
  }
  return found;
}

bool is_ppp_up(const NetworkView& view) {
  return std::ranges::any_of(
      view.links, [](const Link& link) { return link.kind == Link::Kind::ppp && is_carrying(link); });
}

AddressAssessment assess_for_ctc_qtnet(const NetworkView& view) {
  AddressAssessment found = assess_ipv4(view);
  if (found.state == AddressState::no_ipv4 && !is_ppp_up(view)) found.state = AddressState::no_ppp;
  return found;
}

}  // namespace

AddressAssessment assess(const NetworkView& view, std::optional<LineType> type) {
  if (type == LineType::ip_vpn_ntt) return assess_for_ntt(view);
  if (type == LineType::ip_vpn_ctc_qtnet) return assess_for_ctc_qtnet(view);
  AddressAssessment ipv4 = assess_ipv4(view);
  if (type) return ipv4;
  AddressAssessment ipv6 = assess_ipv6(view);
  return ipv6.state == AddressState::usable || ipv4.state != AddressState::usable ? ipv6 : ipv4;
}

bool may_still_come(AddressState state) {
  switch (state) {
    case AddressState::tentative:
    case AddressState::only_link_local:
    case AddressState::only_ipv4:
    case AddressState::no_ipv4:
    case AddressState::no_ppp:
    case AddressState::self_assigned:
      return true;
    default:
      return false;
  }
}

bool is_on_link(const std::string& ip, const NetworkView& view) {
  if (ip.contains('%')) return true;  // an address that holds on one link only
  return std::ranges::any_of(view.links, [&](const Link& link) {
    return link.kind != Link::Kind::tunnel && std::ranges::any_of(link.addresses, [&](const Address& own) {
             return is_in_network(ip, own.ip, own.prefix_length);
           });
  });
}

bool from_several_providers(const std::vector<std::string>& ipv6_addresses) {
  return std::ranges::any_of(
      ipv6_addresses, [&](const std::string& ip) { return !is_in_network(ip, ipv6_addresses.front(), 32); });
}

}  // namespace onshi
