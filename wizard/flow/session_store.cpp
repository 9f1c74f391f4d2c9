// SPDX-License-Identifier: GPL-3.0-or-later
// The session's memory on disk and in the keyring. What cannot be stored is said and the session goes on in
// memory.
#include <fmt/format.h>

#include "wizard/flow/session.h"

namespace onshi {
namespace {

StoreTrouble trouble_of(const FileFault& fault) {
  const bool unreadable = fault.what == FileFault::What::unreadable;
  return {
      unreadable ? StoreTrouble::What::failed : StoreTrouble::What::damaged, fault.file,
      fmt::format("{} {}:{} {}", name_of(fault.what), fault.file.filename().string(), fault.line, fault.key)};
}

std::optional<StoreTrouble> trouble_in(const std::expected<void, StoreTrouble>& stored) {
  if (stored) return std::nullopt;
  return stored.error();
}

/// Named by what they open, so that another sheet or certificate never gets the old one's password.
std::string entry_of(Environment slot, const MasterAccountSheet& sheet) {
  return fmt::format("onshi-setup/master/{}/{}", name_of(slot), sheet.master_user_id);
}

std::string entry_of(const CertificateRecord& record) {
  return fmt::format("onshi-setup/certificate/{}", record.fingerprint);
}

}  // namespace

void Session::load() {
  progress_ = parts_.store.load_progress();
  if (auto site = parts_.store.load_site()) {
    site_ = *std::move(site);
  } else {
    site_trouble_ = trouble_of(site.error());
  }
  if (auto bytes = parts_.store.load_certificate()) {
    secrets_.certificate_file = *std::move(bytes);
  } else if (site_.certificate) {
    site_trouble_ = bytes.error();
  }
  load_from_keyring();
  note_checks();
}

bool Session::has_keyring() const { return parts_.keyring && parts_.keyring->available(); }

void Session::load_from_keyring() {
  if (!has_keyring()) return;
  for (const auto& [slot, sheet] : site_.sheets) {
    auto password = parts_.keyring->load(entry_of(slot, sheet));
    if (!password) continue;
    remember_ = true;
    if (!has_password(slot)) secrets_.master_passwords[slot] = *std::move(password);  // else typed since
  }
  if (site_.certificate && !certificate_) {
    const auto password = parts_.keyring->load(entry_of(*site_.certificate));
    if (password && !unlock_certificate(*password)) remember_ = true;
  }
  remember_if_wished();  // in place of what was typed since
}

void Session::set_remember(bool wish) {
  remember_ = wish;
  remember_if_wished();
  if (wish || !has_keyring()) return;
  for (const auto& [slot, sheet] : site_.sheets) forget_in_keyring(slot);
  forget_certificate_in_keyring();
}

void Session::forget_in_keyring(Environment slot) {
  const auto sheet = site_.sheets.find(slot);
  if (sheet != site_.sheets.end() && has_keyring()) parts_.keyring->forget(entry_of(slot, sheet->second));
}

void Session::forget_certificate_in_keyring() {
  if (site_.certificate && has_keyring()) parts_.keyring->forget(entry_of(*site_.certificate));
}

void Session::remember_if_wished() {
  if (!remember_ || !has_keyring()) return;
  for (const auto& [slot, sheet] : site_.sheets) {
    const Secret* password = master_password(slot);
    if (password != nullptr) parts_.keyring->save(entry_of(slot, sheet), *password);
  }
  if (site_.certificate && certificate_ && secrets_.certificate_password) {
    parts_.keyring->save(entry_of(*site_.certificate), *secrets_.certificate_password);
  }
}

void Session::together(const std::function<void()>& changes) {
  holding_ = true;
  changes();
  holding_ = false;
  store_site();
}

void Session::store_site() {
  if (holding_) return;
  if (!certificate_stored_) store_certificate();
  Site stored = site_;
  // A record without its file would ask for the password of something that is not there.
  if (!certificate_stored_) stored.certificate.reset();
  const auto trouble = trouble_in(parts_.store.save_site(stored));
  if (trouble || certificate_stored_) site_trouble_ = trouble;
}

void Session::store_certificate() {
  site_trouble_ = trouble_in(parts_.store.save_certificate(secrets_.certificate_file));
  certificate_stored_ = !site_trouble_;
}

void Session::store_progress() { progress_trouble_ = trouble_in(parts_.store.save_progress(progress_)); }

const std::optional<StoreTrouble>& Session::trouble() const {
  return site_trouble_ ? site_trouble_ : progress_trouble_;
}

}  // namespace onshi
