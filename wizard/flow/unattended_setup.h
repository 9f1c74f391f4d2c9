// SPDX-License-Identifier: GPL-3.0-or-later
// The whole set-up from an answers file, without a person: what the window does, in one go. Everything is
// read and judged before the first thing is stored, so a bad file leaves the session as it was. Blocks for
// the whole run; a stop request ends it within 0.2 s of a check or within the reading of a file. The
// session's thread.
#pragma once

#include <optional>
#include <vector>

#include "probes/check/run.h"
#include "wizard/flow/answers.h"
#include "wizard/flow/session.h"

namespace onshi {

struct SetupOutcome {
  std::vector<Finding>
      import_faults;         // what is wrong with the given files; if any, nothing was stored or asked
  std::optional<Run> run;    // of all checks
  std::vector<StepId> left;  // pages whose duty is neither done nor waived
};

/// `certificate_password` may be null when the answers name no certificate; else that is an import fault of
/// its own.
SetupOutcome run_setup(Session& session, const Answers& answers, const Secret* certificate_password,
                       const RunLimits& limits, const RunListener& listener = {});

}  // namespace onshi
