// SPDX-License-Identifier: GPL-3.0-or-later
// What came out of a plan, and the runner that gets it. Checks run side by side, one thread each, as soon as
// what they wait for is done. A check that outlives its budget becomes finding 902 and is left behind with
// its own copy of everything it can reach; a stop request turns whatever is unfinished into `cancelled` at
// once.
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
  bool out_of_time = false;       // the run's budget ended before every check had come to its end

  /// The worst; a not_run counts as nothing beside the finding that caused it. A run of nothing is `not_run`.
  [[nodiscard]] Verdict verdict() const;
  [[nodiscard]] const Finding* of(const std::string& check) const;
  /// How many checks came to no end: not run, or ended by their time without an answer.
  [[nodiscard]] std::ptrdiff_t unfinished() const;
  /// The finding to show first: the first fail in plan order, else unknown, else attention, else what was
  /// cancelled or had no time left; null if all is well.
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
  std::function<void(const Check&)> started = [](const Check&) {
  };  // called on the thread that called run_plan
  std::function<void(const Finding&)> finished = [](const Finding&) {};  // the same
};

struct RunLimits {
  std::chrono::milliseconds budget{15000};  // of the whole run
  std::stop_token stop;
};

/// The budget that a check gets is its own or what is left of the run's, whichever ends sooner; its finding
/// carries that one. An answer that is a moment late is still taken. A check whose turn comes after the run's
/// budget ended is `not_run` because of 902; so is, because of the first thing that went wrong before it, one
/// whose need was not met. Blocks until every check has a finding (at most `budget` plus a moment) and never
/// throws for what a check does.
Run run_plan(const Plan& plan, std::shared_ptr<const RunSubject> subject, const RunLimits& limits,
             const RunListener& listener = {});

/// How many abandoned checks are still somewhere in this process; a program with any leaves by std::_Exit.
int abandoned_checks();

}  // namespace onshi
