// SPDX-License-Identifier: GPL-3.0-or-later
// What the checks said and what that means for each page.
#include <algorithm>

#include "wizard/actions/undo_slip.h"
#include "wizard/flow/session.h"

namespace onshi {
namespace {

Verdict worst_of(const std::vector<Finding>& findings) {
  Verdict worst = Verdict::ok;
  for (const Finding& finding : findings) worst = worse_of(worst, finding.verdict);
  return worst;
}

StepState state_of(Verdict worst, bool duty_done) {
  switch (worst) {
    case Verdict::fail:
      return StepState::fault;
    case Verdict::unknown:
    case Verdict::not_run:
    case Verdict::cancelled:
      return StepState::unknown;
    case Verdict::attention:
      return StepState::attention;
    case Verdict::ok:
      break;
  }
  return duty_done ? StepState::good : StepState::open;
}

std::vector<Finding> known_findings(const std::vector<std::string>& checks,
                                    const std::map<std::string, Finding>& all) {
  std::vector<Finding> known;
  for (const std::string& check : checks) {
    if (const auto found = all.find(check); found != all.end()) known.push_back(found->second);
  }
  return known;
}

}  // namespace

PlanParts Session::plan_parts() const {
  return {site_,
          parts_.profile,
          parts_.catalogue,
          parts_.store.folder(),
          certificate_,
          browser_wish(parts_.store.folder())};
}

std::vector<std::string> Session::own_checks(StepId step) const {
  std::vector<std::string> own;
  for (const auto& [check, question] : checks_) {
    if (belongs_to(check, question, step)) own.push_back(check);
  }
  return own;
}

Plan Session::plan_for(StepId step) const { return step_plan(plan_parts(), step); }

Plan Session::whole_plan() const { return onshi::whole_plan(plan_parts()); }

std::shared_ptr<const RunSubject> Session::subject() const {
  return std::make_shared<const RunSubject>(RunSubject{parts_.world, site_, parts_.profile, secrets_});
}

void Session::started(StepId step) { running_.insert(step); }

void Session::keep(const Run& run, const FactsAsOf& begun) {
  const auto times = [](const FactsAsOf& changes, Group group) {
    const auto found = changes.find(group);
    return found == changes.end() ? 0 : found->second;
  };
  for (const Finding& finding : run.findings) {
    const Group group = group_of(finding.question);
    if (times(begun, group) == times(facts_as_of_, group)) findings_.insert_or_assign(finding.check, finding);
  }
  std::erase_if(running_, [&](StepId step) {
    return std::ranges::all_of(own_checks(step), [&](const auto& check) { return run.of(check) != nullptr; });
  });
  latest_run_ = run;
}

namespace {

/// The clock is compared with a time host, over the line as well.
constexpr std::initializer_list<Group> kOverTheLine{Group::line, Group::v6, Group::connectivity,
                                                    Group::terminal};

}  // namespace

void Session::line_changed() { make_stale(kOverTheLine); }

void Session::line_changed_unasked() {
  for (auto& [check, finding] : findings_) {
    if (std::ranges::find(kOverTheLine, group_of(finding.question)) == kOverTheLine.end()) continue;
    finding.number = finding.question;
    finding.verdict = Verdict::cancelled;
    finding.facts = {};
    finding.because_of.reset();
  }
}

void Session::note_checks() {
  checks_.clear();
  const Plan plan = whole_plan();
  for (const Check& check : plan.checks()) checks_.emplace_back(check.name, check.question);
}

void Session::make_stale(std::initializer_list<Group> groups) {
  for (const Group group : groups) ++facts_as_of_[group];
  std::erase_if(findings_, [&](const auto& entry) {
    return std::ranges::find(groups, group_of(entry.second.question)) != groups.end();
  });
  note_checks();
}

std::vector<Finding> Session::findings(StepId step) const {
  return known_findings(own_checks(step), findings_);
}

std::vector<Duty> Session::duties(StepId step) const {
  if (step == StepId::done) return steps_left();
  const auto checks = own_checks(step);
  const auto known = known_findings(checks, findings_);
  return duties_of(step, {site_, checks.size(), known, certificate_ != nullptr});
}

std::vector<Duty> Session::steps_left() const {
  const auto steps = steps_for(site_);
  const bool all_done = std::ranges::all_of(
      steps, [this](const Step* step) { return step->id == StepId::done || may_go_on(step->id); });
  if (all_done) return {};
  return {{"duty.done.steps"}};
}

bool Session::is_waived(StepId step) const { return site_.waivers.contains(std::string(step_of(step).name)); }

bool Session::may_go_on(StepId step) const { return is_waived(step) || duties(step).empty(); }

bool Session::waits_for_input(StepId step) const {
  switch (step) {
    case StepId::production_sheet:
      return !site_.sheets.contains(Environment::production);
    case StepId::verification_sheet:
      return !site_.sheets.contains(Environment::verification);
    case StepId::certificate:
      return certificate_ == nullptr;
    default:
      return false;
  }
}

StepState Session::state(StepId step) const {
  if (running_.contains(step)) return StepState::running;
  const bool duty_done = duties(step).empty();
  if (!duty_done && is_waived(step)) return StepState::waived;
  if (waits_for_input(step)) return StepState::open;
  return state_of(worst_of(findings(step)), duty_done);
}

}  // namespace onshi
