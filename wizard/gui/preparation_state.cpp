// SPDX-License-Identifier: GPL-3.0-or-later
#include "wizard/gui/preparation_state.h"

namespace onshi::gui {

std::vector<Finding> planning_findings(const Session& session, const SharedTables& tables) {
  const Site& site = session.site();
  if (!main_case(*tables, site.preparation.cases)) return {};
  return preparation_findings(session.world(), site, session.profile(), tables);
}

StepState state_with_planning(const Session& session, const SharedTables& tables, StepId step) {
  const StepState state = session.state(step);
  if (step != StepId::preparation || (state != StepState::good && state != StepState::open)) return state;
  Verdict worst = Verdict::ok;
  for (const Finding& finding : planning_findings(session, tables)) worst = worse_of(worst, finding.verdict);
  if (worst == Verdict::fail) return StepState::fault;
  if (worst == Verdict::ok || state == StepState::open) return state;
  return worst == Verdict::attention ? StepState::attention : StepState::unknown;
}

}  // namespace onshi::gui
