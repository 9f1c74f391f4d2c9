// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/unit/support/ask.h"

#include <algorithm>
#include <stdexcept>

#include "probes/world/recorded/recorded_world.h"

namespace onshi::test {
namespace {

AllowedHosts allowed_in(const Situation& situation) {
  auto hosts = situation.profile.hosts_for(situation.environment);
  return {hosts.begin(), hosts.end()};
}

std::shared_ptr<World> world_of(const Situation& situation) {
  return recorded_world(situation.seen, allowed_in(situation));
}

bool has_cause(const Answer& answer) {
  return answer.cause.has_value() && (answer.verdict == Verdict::attention ||
                                      answer.verdict == Verdict::fail || answer.verdict == Verdict::unknown);
}

}  // namespace

Answer ask(const Check& check, const Situation& situation) {
  auto world = world_of(situation);
  return check.run({*world, situation.site, situation.profile, situation.secrets, situation.evidence,
                    Limit::of(check.budget, situation.stop)});
}

Finding run_one(const Check& check, const Situation& situation) {
  Answer answer = ask(check, situation);
  Finding finding;
  finding.check = check.name;
  finding.subject = check.subject;
  finding.question = check.question;
  finding.number = has_cause(answer) ? *answer.cause : check.question;
  finding.verdict = answer.verdict;
  finding.facts = answer.facts;
  finding.budget = check.budget;
  return finding;
}

Finding run_one(const Check& check, Observations seen, Site site, Profile profile, SiteSecrets secrets,
                Evidence evidence) {
  Situation situation;
  situation.seen = std::move(seen);
  situation.site = std::move(site);
  situation.profile = std::move(profile);
  situation.secrets = std::move(secrets);
  situation.evidence = std::move(evidence);
  return run_one(check, situation);
}

Run run_all(std::vector<Check> checks, const Situation& situation) {
  auto subject = std::make_shared<const RunSubject>(
      RunSubject{world_of(situation), situation.site, situation.profile, situation.secrets});
  RunLimits limits;
  limits.stop = situation.stop;
  return run_plan(Plan(std::move(checks)), std::move(subject), limits);
}

std::shared_ptr<World> empty_world() { return recorded_world({}, {}); }

const Check& check_named(const std::vector<Check>& checks, const std::string& name) {
  auto found =
      std::find_if(checks.begin(), checks.end(), [&](const Check& check) { return check.name == name; });
  if (found == checks.end()) throw std::logic_error("no check is called " + name);
  return *found;
}

}  // namespace onshi::test
