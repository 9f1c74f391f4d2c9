// SPDX-License-Identifier: GPL-3.0-or-later
// The table of the wizard's steps: one row a page, in order, each with the number in its corner, the checks
// that it runs and when it applies. Texts are `page.NAME.title` and `page.NAME.about`. Constant data, any
// thread.
#pragma once

#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "probes/check/group.h"
#include "probes/site/site.h"

namespace onshi {

enum class StepId {
  preparation,
  line,
  v6_option,
  reader,
  production_sheet,
  verification_sheet,
  certificate,
  connectivity,
  terminal,
  done
};

struct Step {
  StepId id;
  std::string_view name;  // "production_sheet": in progress, waivers and answers
  int page;               // both sheets are on page 5
  std::optional<Group> group;
  bool (*applies)(const Site& site);
};

std::span<const Step> all_steps();
std::vector<const Step*> steps_for(const Site& site);
const Step& step_of(StepId id);
const Step* step_named(std::string_view name);

}  // namespace onshi
