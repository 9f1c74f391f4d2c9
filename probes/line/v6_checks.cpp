// SPDX-License-Identifier: GPL-3.0-or-later
#include "probes/line/v6_checks.h"

#include "probes/line/v6_check.h"

namespace onshi {

std::vector<Check> v6_checks(const Site& site, const Profile& /*profile*/) {
  if (site.line.type != LineType::ip_vpn_ntt) return {};
  return {v6_check()};
}

}  // namespace onshi
