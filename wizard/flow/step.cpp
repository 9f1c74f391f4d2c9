// SPDX-License-Identifier: GPL-3.0-or-later
#include "wizard/flow/step.h"

#include <algorithm>
#include <array>

namespace onshi {
namespace {

bool always(const Site&) { return true; }

/// フレッツ・v6オプション exists on フレッツ lines only (line.md §5).
bool on_flets(const Site& site) { return site.line.type == LineType::ip_vpn_ntt; }

constexpr std::array<Step, 10> kSteps{{
    {StepId::preparation, "preparation", 1, Group::preparation, always},
    {StepId::line, "line", 2, Group::line, always},
    {StepId::v6_option, "v6_option", 3, Group::v6, on_flets},
    {StepId::reader, "reader", 4, Group::reader, always},
    {StepId::production_sheet, "production_sheet", 5, Group::sheets, always},
    {StepId::verification_sheet, "verification_sheet", 5, Group::sheets, always},
    {StepId::certificate, "certificate", 6, Group::certificate, always},
    {StepId::connectivity, "connectivity", 7, Group::connectivity, always},
    {StepId::terminal, "terminal", 8, Group::terminal, always},
    {StepId::done, "done", 9, std::nullopt, always},
}};

}  // namespace

std::span<const Step> all_steps() { return kSteps; }

std::vector<const Step*> steps_for(const Site& site) {
  std::vector<const Step*> steps;
  for (const Step& step : kSteps) {
    if (step.applies(site)) steps.push_back(&step);
  }
  return steps;
}

const Step& step_of(StepId id) { return kSteps.at(static_cast<std::size_t>(id)); }

const Step* step_named(std::string_view name) {
  const auto found = std::ranges::find(kSteps, name, &Step::name);
  return found == kSteps.end() ? nullptr : found;
}

}  // namespace onshi
