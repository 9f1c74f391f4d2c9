// SPDX-License-Identifier: GPL-3.0-or-later
// What each page's person still has to do before the page is done: judged from what was entered and from what
// the page's checks said. Pure functions, any thread.
#pragma once

#include <string>
#include <vector>

#include "probes/check/finding.h"
#include "probes/site/site.h"
#include "wizard/flow/step.h"

namespace onshi {

/// Something that is left to do; `text` is an id in assets/locale/flow.xml.
struct Duty {
  std::string text;
  bool operator==(const Duty&) const = default;
};

struct DutyFacts {
  const Site& site;
  std::size_t checks = 0;                // how many checks the page has
  const std::vector<Finding>& findings;  // what those said; fewer than `checks` when some never ran
  bool certificate_open = false;
};

/// Empty: the page's duty is done. The last page's duties are those of the others, so it has none here.
std::vector<Duty> duties_of(StepId step, const DutyFacts& facts);

}  // namespace onshi
