// SPDX-License-Identifier: GPL-3.0-or-later
#include "probes/line/route_check.h"

#include <algorithm>

#include "probes/line/address_check.h"
#include "probes/site/ip_address.h"

namespace onshi {
namespace {

bool is_default(const Route& route) { return route.prefix_length == 0; }

bool is_private_detour(const Route& route) {
  auto destination = parse_ip(route.destination);
  return destination && is_private(*destination) && !route.gateway.empty();
}

std::vector<Route> outward_routes(const AddressEvidence& address) {
  std::vector<Route> routes;
  std::ranges::copy_if(address.view.routes, std::back_inserter(routes), [&](const Route& route) {
    return route.ipv6 == address.ipv6 && (is_default(route) || (!route.ipv6 && is_private_detour(route)));
  });
  std::ranges::stable_sort(routes, {}, &Route::metric);
  return routes;
}

/// Two adapters that both claim everything with the same right: the system may take either.
const Route* rival_of(const Route& first, const std::vector<Route>& routes) {
  auto rival = std::ranges::find_if(routes, [&](const Route& route) {
    return is_default(route) && is_default(first) && route.link != first.link && route.metric == first.metric;
  });
  return rival == routes.end() ? nullptr : &*rival;
}

Facts facts_of(const Route& route) {
  Facts facts{{"link", route.link}};
  if (!route.gateway.empty()) facts.add("gateway", route.gateway);
  return facts;
}

Answer judge(const AddressEvidence& address) {
  auto routes = outward_routes(address);
  if (routes.empty()) {
    return raise(Verdict::fail,
                 address.ipv6 ? FindingNumber::no_default_route : FindingNumber::no_ipv4_route);
  }
  Facts facts = facts_of(routes.front());
  if (const Route* rival = rival_of(routes.front(), routes)) {
    facts.add(facts_of(*rival));
    return raise(Verdict::attention, FindingNumber::competing_default_routes, facts);
  }
  return good(facts);
}

Answer look_at_routes(const Inquiry& inquiry) {
  return judge(*inquiry.evidence.of<AddressEvidence>("line.address"));
}

}  // namespace

Check route_check() {
  return {.name = "line.route",
          .question = FindingNumber::default_route,
          .needs = {"line.address"},
          .run = look_at_routes};
}

}  // namespace onshi
