// SPDX-License-Identifier: GPL-3.0-or-later
#include "wizard/gui/pages/health_page.h"

#include <algorithm>

#include <fmt/format.h>

#include "wizard/gui/accessible.h"
#include "wizard/gui/child.h"
#include "wizard/gui/row_of.h"
#include "wizard/gui/widgets/page_header.h"
#include "wizard/gui/widgets/text_block.h"

namespace onshi::gui {
namespace {

using Rows = std::vector<const Checker::Row*>;

Rows rows_of(Group group, const std::vector<Checker::Row>& all) {
  Rows rows;
  for (const Checker::Row& row : all) {
    if (group_of(row.question) == group) rows.push_back(&row);
  }
  return rows;
}

std::string key_of(Group group) { return fmt::format("group.{}", name_of(group)); }

/// The answers of one topic, as a run of their own.
Run answers_of(const Rows& rows) {
  Run run;
  for (const Checker::Row* row : rows) {
    if (!row->finding) continue;
    run.findings.push_back(*row->finding);
    run.elapsed = std::max(run.elapsed, row->finding->elapsed);
  }
  return run;
}

/// The one finding that says most about a topic.
const Finding* telling(const Run& run) {
  if (const Finding* foremost = run.foremost()) return foremost;
  const auto found = std::ranges::find(run.findings, run.verdict(), &Finding::verdict);
  return found == run.findings.end() ? nullptr : &*found;
}

}  // namespace

HealthPage::HealthPage(wxWindow* parent, Desk& desk) : Page(parent, desk) {
  describe(this, "page.health", face().text("page.health.title"));
  add(make_child<PageHeader>(content(), face(), face().text("page.health.title"), about(), 0));
  banner_ = make_child<Banner>(content(), face());
  next_ = make_child<NextSteps>(content(), face());
  rows_ = make_child<FindingsView>(content(), face(), face().text("findings.name"));
  rows_->on_chosen = [this](const std::string& key) {
    chosen_ = key;
    refresh();
  };
  report_ = make_child<ReportBar>(content(), desk, [this] { return finished_run(); });
  add(banner_);
  add(next_);
  add_password();
  add(rows_);
  add(make_child<TextBlock>(content(), face(), face().text("report.no_internet")));
  add(report_);
}

/// The password is asked where it is missed, so that nobody has to look for another page.
void HealthPage::add_password() {
  password_ = make_child<PasswordField>(content(), face(), "health.password",
                                        face().text("field.certificate.password"), false);
  password_->set_value(desk().unfinished.certificate_password);
  password_->on_typing = [this] { desk().unfinished.certificate_password = password_->value(); };
  password_->on_enter = [this] { desk().certificate.open(password_->value()); };
  open_ = make_child<ConfirmBar>(content(), face(), "health.open", face().text("certificate.open"));
  open_->on_press = [this] { desk().certificate.open(password_->value()); };
  keyring_ = make_child<KeyringBox>(content(), desk());
  for (Block* block : std::initializer_list<Block*>{password_, open_, keyring_}) {
    block->Hide();
    add(block);
  }
}

bool HealthPage::locked() const {
  return desk().session.site().certificate.has_value() && desk().session.certificate() == nullptr;
}

void HealthPage::refresh_password() {
  const CertificateIntake& intake = desk().certificate;
  // Once it is there it stays, whatever runs: a person may be typing.
  const bool shown_now = locked() && (!desk().checker.running() || password_->IsShown());
  if (shown_now) {
    if (intake.busy()) {
      open_->show(Mark::running, face().text("certificate.opening") + " " + face().seconds(intake.elapsed()),
                  false);
    } else if (intake.fault()) {
      const RowContent row = row_of(*intake.fault(), face());
      open_->show(row.mark, row.number + " " + row.result, true);
    } else {
      open_->show(Mark::open, face().text("certificate.type_password"), true);
    }
    keyring_->refresh();
  }
  if (password_->IsShown() == shown_now) return;
  password_->Show(shown_now);
  open_->Show(shown_now);
  if (!shown_now) keyring_->Hide();
  arrange();
}

void HealthPage::leave() {
  if (desk().certificate.busy()) desk().certificate.cancel();
}

void HealthPage::stop() {
  leave();
  Page::stop();
}

wxString HealthPage::about() const {
  const Institution& institution = desk().session.site().institution;
  const wxString when = day_and_time(desk().world->machine().now(), face());
  if (institution.name.empty()) return face().text("page.health.about");
  return shown(institution.name) + "  " + shown(institution.terminal) + "  " + when;
}

RowContent HealthPage::topic_row(Group group, const Rows& rows) const {
  const Run run = answers_of(rows);
  const bool finished = run.findings.size() == rows.size();
  RowContent content;
  content.key = key_of(group);
  content.title = face().text(key_of(group));
  if (!finished) {
    content.mark = Mark::running;
    content.result = face().text("verdict.running");
    content.time = face().seconds(desk().checker.elapsed());
    return content;
  }
  content.mark = mark_of(run.verdict());
  content.time = face().seconds(run.elapsed);
  const Finding* finding = telling(run);
  if (run.verdict() == Verdict::ok || finding == nullptr) {
    content.result = face().text("health.topic_ok", Facts().add("count", std::ssize(run.findings)));
    return content;
  }
  const RowContent one = row_of(*finding, face());
  content.number = one.number;
  content.result = one.result;
  return content;
}

std::vector<RowContent> HealthPage::rows() const {
  std::vector<RowContent> rows;
  for (Group group : kAllGroups) {
    const Rows checks = rows_of(group, desk().checker.rows());
    if (checks.empty()) continue;
    if (!face().details) rows.push_back(topic_row(group, checks));
    for (const Checker::Row* check : checks) {
      if (face().details) rows.push_back(row_of(*check, face()));
    }
  }
  return rows;
}

Run HealthPage::finished_run() const { return desk().session.latest_run().value_or(Run{}); }

BannerContent HealthPage::banner_content() const {
  if (desk().checker.running()) return running_banner(desk().checker.elapsed(), face());
  return verdict_banner(finished_run(), desk().session.site().institution, desk().session.profile(), face());
}

std::optional<Finding> HealthPage::chosen() const {
  const Run run = finished_run();
  for (Group group : kAllGroups) {
    if (chosen_ != key_of(group)) continue;
    const Run topic = answers_of(rows_of(group, desk().checker.rows()));
    if (const Finding* finding = topic.foremost()) return *finding;
  }
  if (const Finding* finding = run.of(chosen_); finding != nullptr && finding->number != finding->question)
    return *finding;
  const Finding* foremost = run.foremost();
  return foremost == nullptr ? std::nullopt : std::optional(*foremost);
}

void HealthPage::refresh() {
  banner_->show(banner_content());
  if (!desk().checker.running()) next_->show(chosen(), call_lines());
  if (desk().checker.takes_long()) next_->show(std::nullopt);
  rows_->show(rows());
  report_->Show(!desk().checker.running() || report_->holds_keyboard());
  refresh_password();
  if (was_locked_ && !locked()) CallAfter([this] { recheck(); });  // now the rest can be asked too
  was_locked_ = locked();
  settle();
}

}  // namespace onshi::gui
