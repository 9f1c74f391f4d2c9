// SPDX-License-Identifier: GPL-3.0-or-later
#include "wizard/gui/pages/certificate_page.h"

#include <algorithm>

#include <fmt/format.h>

#include "probes/certificate/certificate_schedule.h"
#include "probes/site/entered_day.h"
#include "probes/site/iso_day.h"
#include "probes/site/japan_calendar.h"
#include "probes/site/japan_time.h"
#include "probes/site/text.h"
#include "wizard/gui/child.h"
#include "wizard/gui/row_of.h"

namespace onshi::gui {

CertificatePage::CertificatePage(wxWindow* parent, Desk& desk) : StepPage(parent, desk, StepId::certificate) {
  add_picker();
  add_password();
  add_dates();
  add_results();
  add_browser();
  picker_->accept_drops_on(this);
  picker_->accept_drops_on(content());
}

void CertificatePage::add_picker() {
  picker_ = make_child<FilePicker>(
      content(), face(), "certificate.file",
      FilePicker::Kinds{"certificate.choose", "certificate.drop", "certificate.wildcard", false});
  picker_->on_files = [this](const std::vector<std::filesystem::path>& files) {
    if (!files.empty()) desk().certificate.take_file(files.front());
  };
  add(picker_);
}

void CertificatePage::add_password() {
  password_ = make_child<PasswordField>(content(), face(), "certificate.password",
                                        face().text("field.certificate.password"), false);
  password_->set_value(desk().unfinished.certificate_password);
  password_->on_typing = [this] { desk().unfinished.certificate_password = password_->value(); };
  password_->on_enter = [this] { open(); };
  add(password_);
  candidates_ = make_child<Choices>(content(), face(), "certificate.candidate",
                                    face().text("field.certificate.candidate"), std::vector<Choice>{});
  candidates_->on_chosen = [this](const std::string& fingerprint) {
    desk().certificate.choose(fingerprint);
    refresh_form();
  };
  candidates_->Hide();
  add(candidates_);
  open_ = make_child<ConfirmBar>(content(), face(), "certificate.open", face().text("certificate.open"));
  open_->on_press = [this] { open(); };
  add(open_);
  keyring_ = make_child<KeyringBox>(content(), desk());
  add(keyring_);
}

namespace {

using std::chrono::sys_days;
using std::chrono::year_month_day;

/// What the day means, with the working days that are left to act.
wxString meaning_of(const char* id, sys_days until, sys_days act_by, year_month_day today, const Face& face) {
  const int left = working_days_between(today, year_month_day{act_by}).value_or(0);
  Facts facts{{"until", iso_date(until)}, {"act_by", iso_date(act_by)}};
  facts.add("left", std::max(left, 0));
  return face.text(fmt::format("{}.{}", id, sys_days{today} > act_by ? "over" : "in_time"), facts);
}

/// Whether the certificate in use was given out on that day or later.
bool is_since(const std::optional<CertificateRecord>& kept, year_month_day day) {
  return kept && japan_day(kept->not_before) >= day;
}

wxString meaning_of_application(year_month_day applied, year_month_day today, const Face& face) {
  const sys_days until = download_end(applied);
  return meaning_of("certificate.download_note", until, until, today, face);
}

wxString meaning_of_change(year_month_day changed, std::optional<year_month_day> last, year_month_day today,
                           const Face& face) {
  const OldCodeDays days = old_code_days(changed, last);
  return meaning_of("certificate.old_code_note", days.until, days.apply_by.value_or(days.until), today, face);
}

std::optional<year_month_day> day_in(const Field& field) { return entered_day(field.value()); }

bool is_unread(const Field& field) { return !is_blank(field.value()) && !day_in(field); }

}  // namespace

/// What only a person knows; whoever knows neither leaves them empty.
void CertificatePage::add_dates() {
  const CertificateDates& known = desk().session.site().certificate_dates;
  add_date(applied_, "certificate.applied", known.applied);
  add_date(code_changed_, "certificate.code_changed", known.code_changed);
}

void CertificatePage::add_date(Field*& field, const std::string& id, std::optional<year_month_day> known) {
  constexpr int kColumns = 12;
  field = make_child<Field>(content(), face(), id, face().text("field." + id), kColumns);
  field->fixed_width();
  field->tidy = [](const std::string& typed) {
    const auto day = entered_day(typed);
    return day ? iso_day(*day) : typed;
  };
  field->set_value(known ? iso_day(*known) : std::string());
  field->on_typing = [this](const std::string&) { refresh_dates(); };
  field->on_commit = [this](const std::string&) { keep_dates(); };
  add(field);
}

/// What cannot be read stays in the field with a note, and what was known before is kept.
void CertificatePage::keep_dates() {
  CertificateDates dates = desk().session.site().certificate_dates;
  if (!is_unread(*applied_)) dates.applied = day_in(*applied_);
  if (!is_unread(*code_changed_)) dates.code_changed = day_in(*code_changed_);
  const bool news = dates != desk().session.site().certificate_dates;
  desk().session.set_certificate_dates(dates);
  refresh_dates();
  if (news) desk().changed();
}

void CertificatePage::refresh_dates() {
  const year_month_day today = japan_day(desk().world->machine().now());
  const auto note = [&](Field& field, const char* hint, const auto& meaning) {
    if (is_unread(field)) return field.note({Mark::fault, face().text("certificate.day_unread")});
    const auto day = day_in(field);
    field.note({Mark::open, day ? meaning(*day) : face().text(hint)});
  };
  const auto& kept = desk().session.site().certificate;
  note(*applied_, "certificate.applied_hint", [&](year_month_day applied) {
    if (applied > today) return face().text("certificate.day_ahead");
    if (is_since(kept, applied)) return face().text("certificate.download_note.done");
    return meaning_of_application(applied, today, face());
  });
  note(*code_changed_, "certificate.code_changed_hint", [&](year_month_day changed) {
    if (is_since(kept, changed)) return face().text("certificate.old_code_note.done");
    const auto last = kept ? std::optional(japan_day(kept->not_after)) : std::nullopt;
    return meaning_of_change(changed, last, today, face());
  });
}

void CertificatePage::refresh_candidates() {
  const CertificateIntake& intake = desk().certificate;
  std::vector<Choice> choices;
  for (const CertificateIntake::Candidate& each : intake.candidates()) {
    const Facts facts{{"file", each.source},
                      {"code", each.code.empty() ? "-" : each.code},
                      {"serial_end", each.serial_end.empty() ? "-" : each.serial_end},
                      {"from", utf8_of(day(each.not_before, face()))},
                      {"until", utf8_of(day(each.not_after, face()))}};
    choices.push_back({each.fingerprint, face().text("certificate.candidate", facts)});
  }
  candidates_->offer(choices);
  candidates_->choose(intake.chosen());
}

/// Below the results: nothing is put into the browser before the certificate is known to be good.
void CertificatePage::add_browser() {
  browser_ = make_child<StoryCard>(content(), face(), "certificate.browser", face().text("browser.heading"));
  add(browser_);
  install_ = make_child<ConfirmBar>(content(), face(), "certificate.install", face().text("browser.install"));
  install_->on_press = [this] { desk().browser.install(); };
  add(install_);
  undo_ = make_child<ConfirmBar>(content(), face(), "certificate.undo", face().text("browser.undo"));
  undo_->on_press = [this] { desk().browser.undo(); };
  add(undo_);
}

namespace {

wxString line_of(const Change& change, const Face& face) {
  const auto said = [&](const char* kind, const std::string& word) {
    return utf8_of(face.text(fmt::format("action.{}.{}", kind, word)));
  };
  const Facts facts{{"what", said("what", change.what)},
                    {"item", change.item},
                    {"before", said("state", change.before)},
                    {"after", said("state", change.after)}};
  return face.text(change.changes() ? "action.line" : "action.line_same", facts);
}

wxString sentence_of(const ActionFault& fault, const Face& face) {
  return face.text(
      fmt::format("action.fault.{}", name_of(fault.what)),
      Facts{{"place", fault.place.string()}, {"offered", fault.offered.string()}, {"detail", fault.detail}});
}

bool all_fit(const std::vector<Finding>& findings) {
  return !findings.empty() &&
         std::ranges::all_of(findings, [](const Finding& finding) { return carries_on(finding.verdict); });
}

}  // namespace

std::vector<wxString> CertificatePage::browser_story() const {
  const BrowserWork& work = desk().browser;
  std::vector<wxString> story;
  for (const Change& change : work.changes()) story.push_back(line_of(change, face()));
  if (const auto& fault = work.fault()) story.push_back(sentence_of(*fault, face()));
  return story;
}

void CertificatePage::refresh_browser() {
  BrowserWork& work = desk().browser;
  const bool opened = desk().session.certificate() != nullptr && desk().certificate.source().empty();
  work.look();
  const bool fits = opened && all_fit(desk().session.findings(StepId::certificate));
  const bool left = std::ranges::any_of(work.changes(), &Change::changes);
  const bool done = opened && work.can_undo() && !left && !work.changes().empty();
  browser_->tell(opened || work.can_undo() ? browser_story() : std::vector<wxString>{});
  install_->Show(opened);
  undo_->Show(work.can_undo());
  install_->show(done ? Mark::good : Mark::open,
                 face().text(work.busy() ? "browser.working"
                             : done      ? "browser.installed"
                             : fits      ? "browser.install_state"
                                         : "browser.not_yet"),
                 fits && left && !work.busy());
  undo_->show(Mark::open, face().text("browser.undo_state"), work.can_undo() && !work.busy());
}

bool CertificatePage::can_open() const {
  const CertificateIntake& intake = desk().certificate;
  if (!intake.candidates().empty() && intake.chosen().empty()) return false;
  return !busy() && (!desk().certificate.source().empty() || desk().session.site().certificate.has_value());
}

void CertificatePage::open() {
  if (can_open()) desk().certificate.open(password_->value());
}

std::vector<Finding> CertificatePage::own_findings() const {
  const auto& fault = desk().certificate.fault();
  return fault ? std::vector{*fault} : std::vector<Finding>{};
}

std::optional<BannerContent> CertificatePage::own_banner() const {
  if (desk().certificate.source().empty() || !own_findings().empty()) return std::nullopt;
  const char* duty =
      desk().certificate.candidates().empty() ? "duty.certificate.unlock" : "certificate.choose_one";
  return BannerContent{Mark::open, face().text("banner.duty"), face().text(duty), {}};
}

wxString CertificatePage::picker_state() const {
  const CertificateIntake& intake = desk().certificate;
  if (intake.busy()) return face().text("certificate.opening") + " " + face().seconds(intake.elapsed());
  if (!intake.source().empty()) return face().text("certificate.in_hand", Facts{{"file", intake.source()}});
  const auto& kept = desk().session.site().certificate;
  if (!kept) return {};
  const Facts facts{
      {"file", kept->source}, {"day", utf8_of(day(kept->not_after, face()))}, {"issuer", kept->issuer}};
  return face().text("certificate.kept", facts);
}

void CertificatePage::refresh_form() {
  const bool opened = desk().session.certificate() != nullptr && desk().certificate.source().empty();
  picker_->say(picker_state());
  refresh_candidates();
  refresh_dates();
  open_->show(opened ? Mark::good : Mark::open,
              face().text(opened                                     ? "certificate.opened"
                          : !desk().certificate.candidates().empty() ? "certificate.choose_one"
                          : can_open()                               ? "certificate.type_password"
                                                                     : "certificate.choose_first"),
              can_open());
  keyring_->refresh();
  refresh_browser();
}

void CertificatePage::stop() {
  desk().certificate.cancel();
  StepPage::stop();
}

bool CertificatePage::busy() const { return desk().certificate.busy() || StepPage::busy(); }

}  // namespace onshi::gui
