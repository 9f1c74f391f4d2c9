// SPDX-License-Identifier: GPL-3.0-or-later
#include "wizard/gui/checker.h"

#include <algorithm>

#include "wizard/gui/background.h"

namespace onshi::gui {

Finding finding_for(const Checker::Row& row, Verdict verdict) {
  Finding finding{};
  finding.check = row.check;
  finding.subject = row.subject;
  finding.question = row.question;
  finding.number = row.question;
  finding.verdict = verdict;
  return finding;
}

void Checker::check_step(StepId step) { start(step, session_.plan_for(step)); }

void Checker::check_everything() { start(std::nullopt, session_.whole_plan()); }

void Checker::start(std::optional<StepId> step, Plan plan) {
  abandon();
  rows_.clear();
  for (const Check& check : plan.checks())
    rows_.push_back({check.name, check.subject, check.question, {}, {}});
  if (rows_.empty()) return on_change();
  step_ = step;
  began_ = Clock::now();
  begun_ = session_.facts_as_of();
  ticket_ = std::make_shared<int>();
  if (step) session_.started(*step);
  const std::weak_ptr<int> ticket = ticket_;
  const auto post = [this, ticket](CheckTask::Event event) {
    to_window([this, ticket, event = std::move(event)] {
      if (!ticket.expired()) take(event);
    });
  };
  task_ = std::make_unique<CheckTask>(std::move(plan), session_.subject(), RunLimits{}.budget, post);
  on_change();
}

/// What was answered so far is kept, the rest is cancelled; late events find no ticket.
void Checker::abandon() {
  if (!task_) return;
  ticket_.reset();
  task_.reset();
  Run run;
  run.started = std::chrono::system_clock::now();
  for (const Row& row : rows_) {
    run.findings.push_back(row.finding.value_or(finding_for(row, Verdict::cancelled)));
  }
  session_.keep(run, begun_);
}

Checker::Row* Checker::row_of(const std::string& check) {
  auto found = std::find_if(rows_.begin(), rows_.end(), [&](const Row& row) { return row.check == check; });
  return found == rows_.end() ? nullptr : &*found;
}

void Checker::take(CheckTask::Event event) {
  using What = CheckTask::Event::What;
  if (event.what == What::started) {
    if (Row* row = row_of(event.check)) row->began = Clock::now();
  }
  if (event.what == What::finished && event.finding) {
    if (Row* row = row_of(event.finding->check)) row->finding = event.finding;
  }
  if (event.what == What::done && event.run) {
    task_.reset();
    for (const Finding& finding : event.run->findings) {
      if (Row* row = row_of(finding.check)) row->finding = finding;
    }
    session_.keep(*event.run, begun_);
  }
  on_change();
}

void Checker::stop() {
  if (task_) task_->cancel();
}

std::chrono::milliseconds Checker::elapsed() const {
  return std::chrono::duration_cast<std::chrono::milliseconds>(Clock::now() - began_);
}

}  // namespace onshi::gui
