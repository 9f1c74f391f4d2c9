// SPDX-License-Identifier: GPL-3.0-or-later
#include "probes/line/network_change.h"

#include <algorithm>
#include <tuple>

namespace onshi {
namespace {

bool leads_nowhere(const Link& link) {
  return link.kind == Link::Kind::loopback || link.kind == Link::Kind::other;
}

auto place_of(const Route& route) {
  return std::tie(route.link, route.ipv6, route.destination, route.prefix_length, route.gateway, route.metric,
                  route.origin);
}

void tidy(Link& link) {
  std::erase_if(link.addresses, &Address::temporary);
  std::ranges::sort(link.addresses, {}, &Address::ip);
}

/// A default route counts wherever it leads, because it may stand in the way of the right one.
bool is_of(const std::vector<Link>& links, const Route& route) {
  return route.prefix_length == 0 || std::ranges::find(links, route.link, &Link::name) != links.end();
}

NetworkView what_matters(NetworkView view) {
  std::erase_if(view.links, leads_nowhere);
  std::ranges::for_each(view.links, tidy);
  std::ranges::sort(view.links, {}, &Link::name);
  std::erase_if(view.routes, [&](const Route& route) { return !is_of(view.links, route); });
  std::ranges::sort(view.routes,
                    [](const Route& one, const Route& other) { return place_of(one) < place_of(other); });
  return view;
}

}  // namespace

bool looks_alike(const NetworkView& left, const NetworkView& right) {
  return left == right || what_matters(left) == what_matters(right);
}

}  // namespace onshi
