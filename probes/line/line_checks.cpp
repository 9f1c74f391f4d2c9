// SPDX-License-Identifier: GPL-3.0-or-later
#include "probes/line/line_checks.h"

#include <algorithm>

#include "probes/line/address_check.h"
#include "probes/line/declared_check.h"
#include "probes/line/link_check.h"
#include "probes/line/names_check.h"
#include "probes/line/resolver_check.h"
#include "probes/line/resolver_settings_check.h"
#include "probes/line/route_check.h"
#include "probes/line/stability_check.h"
#include "probes/line/tunnel_check.h"
#include "probes/line/verdict_check.h"

namespace onshi {

std::vector<Check> line_checks(const Site& site, const Profile& /*profile*/, std::size_t resolver_rows) {
  std::size_t rows = std::max<std::size_t>(1, resolver_rows);
  std::vector<Check> checks{link_check(), address_check(), route_check()};
  const bool may_be_ended_here = site.line.type == LineType::ipsec_ike;
  if (may_be_ended_here) checks.push_back(tunnel_check());
  checks.push_back(resolver_settings_check(may_be_ended_here));
  checks.push_back(stability_check(rows));
  for (std::size_t place = 1; place <= rows; ++place) checks.push_back(resolver_check(place, place == rows));
  checks.push_back(names_check(rows));
  checks.push_back(verdict_check());
  if (site.line.type) checks.push_back(declared_check());
  return checks;
}

}  // namespace onshi
