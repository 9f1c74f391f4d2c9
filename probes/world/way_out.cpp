// SPDX-License-Identifier: GPL-3.0-or-later
#include "probes/world/way_out.h"

#include <algorithm>

#include "probes/site/ip_address.h"

namespace onshi {
namespace {

bool carries(const Link& link) { return link.enabled && link.carrier; }

/// Of the NGN itself, by the longest match. A provider's prefix tells nothing: the link to the clinic's other
/// systems may have one as well.
bool is_of_the_line(const Address& address, const std::vector<ProfilePrefix>& line) {
  if (!address.ipv6 || address.tentative || address.duplicate || address.deprecated) return false;
  const ProfilePrefix* longest = nullptr;
  for (const ProfilePrefix& prefix : line) {
    if (!is_in_network(address.ip, prefix.network, prefix.length)) continue;
    if (longest == nullptr || prefix.length > longest->length) longest = &prefix;
  }
  return longest != nullptr && longest->owner.starts_with("ntt_");
}

bool has_default_route(const NetworkView& view, const Link& link, bool ipv6) {
  return std::ranges::any_of(view.routes, [&](const Route& route) {
    return route.ipv6 == ipv6 && route.prefix_length == 0 && route.link == link.name;
  });
}

bool has_route_of_its_own(const NetworkView& view, const IpAddress& ip) {
  return std::ranges::any_of(view.routes, [&](const Route& route) {
    const auto destination = parse_ip(route.destination);
    return destination && destination->ipv6 == ip.ipv6 && route.prefix_length > 0 &&
           is_in_network(ip, *destination, route.prefix_length);
  });
}

/// What the terminal itself sends through a tunnel is the tunnel's matter.
bool has_tunnel(const NetworkView& view) {
  return std::ranges::any_of(
      view.links, [](const Link& link) { return link.kind == Link::Kind::tunnel && carries(link); });
}

bool leads_to_the_line(const NetworkView& view, const Link& link, const std::vector<ProfilePrefix>& line,
                       bool ipv6) {
  if (!carries(link) || !has_default_route(view, link, ipv6)) return false;
  if (!ipv6) return link.kind == Link::Kind::ppp && !has_tunnel(view);
  return std::ranges::any_of(link.addresses,
                             [&](const Address& address) { return is_of_the_line(address, line); });
}

}  // namespace

std::string link_towards(const NetworkView& view, const std::vector<ProfilePrefix>& line,
                         const std::string& ip) {
  const auto destination = parse_ip(ip);
  if (!destination || is_link_local(*destination) || has_route_of_its_own(view, *destination)) return {};
  std::vector<std::string> links;
  for (const Link& link : view.links) {
    if (leads_to_the_line(view, link, line, destination->ipv6)) links.push_back(link.name);
  }
  return links.size() == 1 ? links.front() : std::string{};
}

std::string link_with(const NetworkView& view, const std::string& ip) {
  const auto has = [&](const Link& link) {
    return std::ranges::any_of(link.addresses, [&](const Address& own) { return own.ip == ip; });
  };
  const auto found = std::ranges::find_if(view.links, has);
  return found == view.links.end() ? std::string{} : found->name;
}

}  // namespace onshi
