// SPDX-License-Identifier: GPL-3.0-or-later
#include "wizard/gui/pages/certificate_page.h"

#include <algorithm>

#include <fmt/format.h>

#include "wizard/gui/child.h"
#include "wizard/gui/row_of.h"

namespace onshi::gui {

CertificatePage::CertificatePage(wxWindow* parent, Desk& desk) : StepPage(parent, desk, StepId::certificate) {
  add_picker();
  add_password();
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
  open_ = make_child<ConfirmBar>(content(), face(), "certificate.open", face().text("certificate.open"));
  open_->on_press = [this] { open(); };
  add(open_);
  keyring_ = make_child<KeyringBox>(content(), desk());
  add(keyring_);
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
  return BannerContent{Mark::open, face().text("banner.duty"), face().text("duty.certificate.unlock"), {}};
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
  open_->show(opened ? Mark::good : Mark::open,
              face().text(opened       ? "certificate.opened"
                          : can_open() ? "certificate.type_password"
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
