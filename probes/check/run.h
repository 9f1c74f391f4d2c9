// SPDX-License-Identifier: GPL-3.0-or-later
// What came out of a plan, and the runner that gets it. Checks run side by side, one thread each, as soon as what they
// wait for is done. A check that outlives its budget becomes finding 902 and is left behind with its own copy of
// everything it can reach; a stop request turns whatever is unfinished into `cancelled` at once.
#pragma once

#include <chrono>
#include <functional>
#include <memory>
#include <stop_token>
#include <vector>

#include "probes/check/plan.h"

namespace onshi {

struct Run {
  std::chrono::system_clock::time_point started;
  std::chrono::milliseconds elapsed{0};
  std::vector<Finding> findings;  // in the plan's order

  [[nodiscard]] Verdict verdict() const;  // the worst; not_run shadows count as nothing beside their cause
  [[nodiscard]] const Finding* of(const std::string& check) const;
  /// The finding to show first: the first fail in plan order, else unknown, else attention; null if all is well.
  [[nodiscard]] const Finding* foremost() const;
};

/// What every check of a run shares; kept alive by abandoned checks too.
struct RunSubject {
  std::shared_ptr<World> world;
  Site site;
  Profile profile;
  SiteSecrets secrets;
};

struct RunListener {
  std::function<void(const Check&)> started = [](const Check&) {};       // called on the thread that called run_plan
  std::function<void(const Finding&)> finished = [](const Finding&) {};  // the same
};

struct RunLimits {
  std::chrono::milliseconds budget{15000};  // of the whole run
  std::stop_token stop;
};

/// Blocks until every check has a finding (at most `budget` plus a moment) and never throws for what a check does.
Run run_plan(const Plan& plan, std::shared_ptr<const RunSubject> subject, const RunLimits& limits,
             const RunListener& listener = {});

/// How many abandoned checks are still somewhere in this process; a program with any leaves by std::_Exit.
int abandoned_checks();

}  // namespace onshi
