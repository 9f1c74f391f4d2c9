// SPDX-License-Identifier: GPL-3.0-or-later
// How page 1 stands once somebody plans there: its checks need no line and no wait, so they are asked
// whenever the page or the list of pages is shown. Window thread only.
#pragma once

#include <vector>

#include "probes/preparation/preparation_checks.h"
#include "wizard/flow/session.h"

namespace onshi::gui {

/// Nothing as long as no case is chosen.
std::vector<Finding> planning_findings(const Session& session, const SharedTables& tables);

/// The session's state of a page; of page 1 no better than what its planning says.
StepState state_with_planning(const Session& session, const SharedTables& tables, StepId step);

}  // namespace onshi::gui
