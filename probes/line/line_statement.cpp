// SPDX-License-Identifier: GPL-3.0-or-later
#include "probes/line/line_statement.h"

#include "probes/site/japan_time.h"

namespace onshi {

Facts facts_of_statement(const Site& site) {
  if (!site.line_override) return {};
  const LineOverride& stated = *site.line_override;
  return {{"stated_kind", std::string(name_of(stated.kind))},
          {"stated_reason", stated.reason},
          {"stated_by", stated.by},
          {"stated_when", iso_time(stated.when)}};
}

}  // namespace onshi
