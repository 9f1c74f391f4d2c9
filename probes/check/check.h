// SPDX-License-Identifier: GPL-3.0-or-later
// One question asked of the world. A check observes and never changes anything; it runs on a thread of the
// runner, must honour `Inquiry::limit` in every wait, and may throw only for what is a bug (the runner makes
// that finding 901). Checks are plain values made by functions such as `Check link_check();`, one file pair
// each.
#pragma once

#include <chrono>
#include <functional>
#include <string>
#include <vector>

#include "probes/check/evidence.h"
#include "probes/check/finding.h"
#include "probes/site/profile.h"
#include "probes/site/site.h"
#include "probes/world/limit.h"
#include "probes/world/world.h"

namespace onshi {

/// All that a check may look at. The references outlive the run, also when the run was abandoned.
struct Inquiry {
  World& world;
  const Site& site;
  const Profile& profile;
  const SiteSecrets& secrets;
  const Evidence& evidence;  // of the checks named in `needs` and `after`
  Limit limit;               // this check's budget and the person's wish to stop
};

struct Check {
  std::string name;                   // "line.link"; unique in a plan
  FindingNumber question;             // ends in 0; says the page, the row's title and the good answer
  std::vector<std::string> needs{};   // not run unless each of these answered ok or attention
  std::vector<std::string> after{};   // run after these, whatever they answered
  std::vector<std::string> behind{};  // where one of these failed, what may be its shadow is (finding.h)
  std::chrono::milliseconds budget{1000};
  std::function<Answer(const Inquiry&)> run;
  std::string subject{};  // which of several alike, shown beside the row's title
};

}  // namespace onshi
