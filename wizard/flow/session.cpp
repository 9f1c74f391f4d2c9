// SPDX-License-Identifier: GPL-3.0-or-later
// What a person enters: kept, stored, and the findings that it makes stale dropped.
#include "wizard/flow/session.h"

#include <algorithm>

#include "probes/reader/pairing.h"
#include "probes/site/text.h"
#include "wizard/store/site_xml.h"

namespace onshi {

Session::Session(SessionParts parts) : parts_(std::move(parts)) { load(); }

void Session::set_institution(Institution institution) {
  if (site_.institution == institution) return;
  site_.institution = std::move(institution);
  make_stale({Group::preparation, Group::sheets, Group::certificate});
  store_site();
}

void Session::set_line(DeclaredLine line) {
  if (site_.line == line) return;
  site_.line = std::move(line);
  make_stale({Group::line, Group::v6, Group::connectivity});
  store_site();
}

void Session::set_preparation(Preparation preparation) {
  if (site_.preparation == preparation) return;
  site_.preparation = std::move(preparation);
  make_stale({Group::preparation});
  store_site();
}

bool Session::state_line(LineKind kind, const std::string& reason, const std::string& by) {
  if (is_blank(reason) || is_blank(by)) return false;
  const auto now = std::chrono::floor<std::chrono::seconds>(parts_.world->machine().now());
  site_.line_override = LineOverride{kind, reason, by, now};
  make_stale({Group::line});
  store_site();
  return true;
}

void Session::take_back_line() {
  if (!site_.line_override) return;
  site_.line_override.reset();
  make_stale({Group::line});
  store_site();
}

void Session::set_sheet(Environment slot, SheetWithPassword sheet) {
  forget_in_keyring(slot);
  site_.sheets[slot] = std::move(sheet.sheet);
  secrets_.master_passwords[slot] = std::move(sheet.password);
  remember_if_wished();
  make_stale({Group::sheets, Group::certificate});
  store_site();
}

void Session::forget_sheet(Environment slot) {
  forget_in_keyring(slot);
  site_.sheets.erase(slot);
  secrets_.master_passwords.erase(slot);
  make_stale({Group::sheets, Group::certificate});
  store_site();
}

void Session::tell_password_story(Environment slot, PasswordStory story) {
  if (story == PasswordStory::as_printed) {
    site_.password_stories.erase(slot);
  } else {
    site_.password_stories[slot] = story;
  }
  make_stale({Group::sheets});
  store_site();
}

void Session::set_accounts(Environment environment, const std::vector<PlannedAccount>& accounts) {
  std::erase_if(site_.accounts, [=](const PlannedAccount& old) { return old.environment == environment; });
  for (const PlannedAccount& account : accounts) {
    if (account.environment == environment && !is_blank(account.name)) site_.accounts.push_back(account);
  }
  store_site();
}

void Session::confirm_reader(const PairedReader& reader, const std::vector<PairedReader>& attached) {
  if (std::ranges::find(site_.readers, reader) != site_.readers.end()) return;
  if (const auto known = registration_of(reader, site_.readers, attached)) {
    *std::ranges::find(site_.readers, *known) = reader;
  } else {
    site_.readers.push_back(reader);
  }
  make_stale({Group::reader});
  store_site();
}

void Session::forget_reader(const PairedReader& reader) {
  if (std::erase(site_.readers, reader) == 0) return;
  make_stale({Group::reader});
  store_site();
}

void Session::set_certificate(const std::string& bytes, const std::string& source, const Secret& password,
                              OpenedCertificate opened) {
  secrets_.certificate_file = bytes;
  certificate_stored_ = false;
  forget_certificate_in_keyring();
  site_.certificate = record_of(opened, source);
  site_.certificate->file = kCertificateFile;
  use_certificate(std::move(opened), password);
  store_site();
}

void Session::set_certificate_dates(const CertificateDates& dates) {
  if (site_.certificate_dates == dates) return;
  site_.certificate_dates = dates;
  make_stale({Group::certificate});
  store_site();
}

std::optional<CertificateFault> Session::unlock_certificate(const Secret& password) {
  auto opened = open_certificate(secrets_.certificate_file, password,
                                 site_.certificate ? site_.certificate->fingerprint : std::string());
  if (!opened) return opened.error();
  // After a crash between the two files the stored one may be newer than what the site says of it.
  if (!site_.certificate || !is_same(*opened, *site_.certificate)) {
    site_.certificate = record_of(*opened, site_.certificate ? site_.certificate->source : kCertificateFile);
    site_.certificate->file = kCertificateFile;
    store_site();
  }
  use_certificate(*std::move(opened), password);
  return std::nullopt;
}

void Session::use_certificate(OpenedCertificate opened, const Secret& password) {
  certificate_ = std::make_shared<const OpenedCertificate>(std::move(opened));
  secrets_.certificate_password = password;
  remember_if_wished();
  make_stale({Group::certificate, Group::connectivity});
}

bool Session::waive(StepId step, const std::string& reason) {
  if (is_blank(reason)) return false;
  const auto now = std::chrono::floor<std::chrono::seconds>(parts_.world->machine().now());
  site_.waivers[std::string(step_of(step).name)] = {reason, now};
  store_site();
  return true;
}

void Session::withdraw_waiver(StepId step) {
  if (site_.waivers.erase(std::string(step_of(step).name)) > 0) store_site();
}

bool Session::has_password(Environment slot) const { return master_password(slot) != nullptr; }

const Secret* Session::master_password(Environment slot) const {
  const auto found = secrets_.master_passwords.find(slot);
  return found == secrets_.master_passwords.end() || found->second.empty() ? nullptr : &found->second;
}

}  // namespace onshi
