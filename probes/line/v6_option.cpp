// SPDX-License-Identifier: GPL-3.0-or-later
#include "probes/line/v6_option.h"

namespace onshi {

V6Row v6_row(V6Declaration declared, const V6Observations& seen) {
  if (!seen.on_ngn) return V6Row::line_not_seen;
  if (!seen.reaches_distribution) return V6Row::distribution_not_asked;
  if (*seen.reaches_distribution) return seen.proven ? V6Row::confirmed : V6Row::distribution_not_proven;
  if (declared == V6Declaration::contracted) return V6Row::contradiction;
  return seen.closed_dns ? V6Row::unconfirmed : V6Row::unconfirmed_without_closed_dns;
}

}  // namespace onshi
