// SPDX-License-Identifier: GPL-3.0-or-later
// For tests of checks: asks one check, or a whole plan, of a recorded world. `ask` calls the check on this
// thread and lets its exceptions through; `run_all` goes through the real runner. Needs the library
// onshi_test_support.
#pragma once

#include <memory>
#include <stop_token>
#include <string>
#include <vector>

#include "probes/check/check.h"
#include "probes/check/run.h"
#include "probes/world/recorded/observations.h"

namespace onshi::test {

/// Everything that a check may look at; fill in what the case is about.
struct Situation {
  Observations seen;
  Site site;
  Profile profile;
  SiteSecrets secrets;
  Evidence evidence;  // of other checks, as if they had run: evidence.put("line.names", ResolvedNames{...})
  Environment environment = Environment::verification;  // whose hosts may be connected to
  std::stop_token stop;
};

/// The check's own answer, evidence included.
Answer ask(const Check& check, const Situation& situation);

/// That answer as the finding it becomes.
Finding run_one(const Check& check, const Situation& situation);
Finding run_one(const Check& check, Observations seen, Site site = {}, Profile profile = {},
                SiteSecrets secrets = {}, Evidence evidence = {});

/// The checks with their needs and order, through the runner; `situation.evidence` is not used.
Run run_all(std::vector<Check> checks, const Situation& situation);

/// A world in which nothing was observed.
std::shared_ptr<World> empty_world();

/// The check of that name; throws std::logic_error when there is none.
const Check& check_named(const std::vector<Check>& checks, const std::string& name);

}  // namespace onshi::test
