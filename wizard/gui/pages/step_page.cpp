// SPDX-License-Identifier: GPL-3.0-or-later
#include "wizard/gui/pages/step_page.h"

#include <algorithm>

#include <fmt/format.h>

#include "wizard/gui/accessible.h"
#include "wizard/gui/child.h"
#include "wizard/gui/row_of.h"
#include "wizard/gui/widgets/page_header.h"

namespace onshi::gui {
namespace {

bool asks_for_something(const Finding& finding) {
  return finding.verdict == Verdict::fail || finding.verdict == Verdict::attention ||
         finding.verdict == Verdict::unknown;
}

/// A fresher answer to one of the questions takes the place of what the session knows, also as the reason why
/// others were not run.
void take_over(const Finding& fresh, std::vector<Finding>& findings) {
  const auto old = std::ranges::find(findings, fresh.check, &Finding::check);
  if (old != findings.end()) {
    const FindingNumber before = old->number;
    findings.erase(old);
    for (Finding& finding : findings) {
      if (finding.because_of == before) finding.because_of = fresh.number;
    }
  }
  findings.insert(findings.begin(), fresh);
}

/// The finding of another page that stopped one of these.
std::optional<Finding> finding_with(FindingNumber number, const Session& session) {
  for (const Step& step : all_steps()) {
    for (const Finding& finding : session.findings(step.id)) {
      if (finding.number == number && finding.verdict != Verdict::not_run) return finding;
    }
  }
  return std::nullopt;
}

/// A page whose questions were stopped by another page's fault shows that fault too.
void add_stoppers(std::vector<Finding>& findings, const Session& session) {
  const std::vector<Finding> own = findings;
  for (const Finding& finding : own) {
    if (!finding.because_of) continue;
    const bool known = std::ranges::find(findings, *finding.because_of, &Finding::number) != findings.end();
    auto stopper = known ? std::nullopt : finding_with(*finding.because_of, session);
    if (stopper) findings.push_back(*std::move(stopper));
  }
}

Run run_of(const std::vector<Finding>& findings) {
  Run run;
  run.findings = findings;
  for (const Finding& finding : findings) run.elapsed = std::max(run.elapsed, finding.elapsed);
  return run;
}

}  // namespace

StepPage::StepPage(wxWindow* parent, Desk& desk, StepId step) : Page(parent, desk), step_(step) {
  const Step& about = step_of(step);
  add(make_child<PageHeader>(content(), face(), face().text(fmt::format("page.{}.title", about.name)),
                             face().text(fmt::format("page.{}.about", about.name)), about.page));
  describe(this, fmt::format("page.{}", about.name), face().text(fmt::format("page.{}.title", about.name)));
  banner_ = make_child<Banner>(content(), face());
  add(banner_);
}

void StepPage::add_results() {
  add_findings();
  add_waiver();
}

void StepPage::add_findings() {
  next_ = make_child<NextSteps>(content(), face());
  findings_ = make_child<FindingsView>(content(), face(), face().text("findings.name"));
  findings_->on_chosen = [this](const std::string& key) {
    chosen_ = key;
    show_next_steps(all_findings());
    settle();
  };
  add(next_);
  add(findings_);
}

void StepPage::add_waiver() {
  waiver_ = make_child<WaiverBox>(content(), face(), desk().unfinished.reasons[step_]);
  waiver_->on_waive = [this](const std::string& reason) {
    desk().session.waive(step_, reason);
    desk().changed();
    if (const auto next = desk().session.next()) desk().go_to(*next);
  };
  waiver_->on_withdraw = [this] {
    desk().session.withdraw_waiver(step_);
    desk().changed();
  };
  waiver_->Hide();
  add(waiver_);
}

std::vector<Finding> StepPage::all_findings() const {
  std::vector<Finding> findings = desk().session.findings(step_);
  for (const Finding& own : own_findings()) take_over(own, findings);
  add_stoppers(findings, desk().session);
  return findings;
}

std::vector<RowContent> StepPage::rows(const std::vector<Finding>& findings) const {
  std::vector<RowContent> rows;
  if (desk().checker.running(step_)) {
    for (const Checker::Row& row : desk().checker.rows()) {
      if (belongs_to(row.check, row.question, step_)) rows.push_back(row_of(row, face()));
    }
    return rows;
  }
  for (const Finding& finding : findings) rows.push_back(row_of(finding, face()));
  if (!rows.empty()) return rows;
  for (const Check& check : desk().session.plan_for(step_).checks()) {
    const Checker::Row row{check.name, check.subject, check.question, {}, {}};
    if (belongs_to(check.name, check.question, step_)) rows.push_back(row_of(row, face()));
  }
  return rows;
}

/// One thing at a time: the first that is left.
BannerContent StepPage::duty_banner() const {
  const auto left = desk().session.duties(step_);
  if (left.empty()) return {Mark::good, face().text("banner.done"), face().text("banner.done.detail"), {}};
  return {Mark::open, face().text("banner.duty"), face().text(left.front().text), {}};
}

BannerContent StepPage::banner_content(const std::vector<Finding>& findings) const {
  const Session& session = desk().session;
  if (busy()) {
    const bool files = !desk().checker.running();
    const auto elapsed = !files                 ? desk().checker.elapsed()
                         : desk().sheets.busy() ? desk().sheets.elapsed()
                                                : desk().certificate.elapsed();
    return running_banner(elapsed, face());
  }
  if (const auto own = own_banner()) return *own;
  const StepState state = session.state(step_);
  if (state == StepState::waived && own_findings().empty()) {
    const auto& waiver = session.site().waivers.at(std::string(step_of(step_).name));
    return {Mark::waived, face().text("banner.waived"), shown(waiver.reason), {}};
  }
  const bool wrong = std::ranges::any_of(findings, asks_for_something);
  const bool waiting = session.waits_for_input(step_) && own_findings().empty();
  if (findings.empty() || (state == StepState::open && (waiting || !wrong))) return duty_banner();
  return verdict_banner(run_of(findings), session.site().institution, session.profile(), face());
}

void StepPage::show_next_steps(const std::vector<Finding>& findings) {
  if (desk().checker.running(step_)) {
    // Stands as it was until the answers are there, unless they take long.
    if (desk().checker.takes_long()) next_->show(std::nullopt);
    return;
  }
  const auto chosen = std::ranges::find(findings, chosen_, &Finding::check);
  if (chosen != findings.end() && asks_for_something(*chosen)) return next_->show(*chosen, call_lines());
  const Run run = run_of(findings);
  const Finding* foremost = run.foremost();
  next_->show(foremost == nullptr ? std::nullopt : std::optional(*foremost), call_lines());
}

void StepPage::show_waiver() {
  const auto& waivers = desk().session.site().waivers;
  const auto found = waivers.find(std::string(step_of(step_).name));
  const bool waived = found != waivers.end();
  // It stays while checks run and while a person writes in it, so that no letter goes astray.
  const bool stays = waiver_->IsShown() && (busy() || waiver_->holds_keyboard());
  waiver_->Show(waived || stays || (!busy() && !desk().session.may_go_on(step_)));
  waiver_->show(waived ? std::optional(found->second) : std::nullopt);
}

void StepPage::refresh() {
  const std::vector<Finding> findings = all_findings();
  banner_->show(banner_content(findings));
  show_next_steps(findings);
  findings_->show(rows(findings));
  show_waiver();
  refresh_form();
  settle();
}

bool StepPage::can_recheck() const { return !desk().session.plan_for(step_).checks().empty(); }

void StepPage::recheck() { desk().checker.check_step(step_); }

void StepPage::focus_first() { findings_->stand(); }

}  // namespace onshi::gui
