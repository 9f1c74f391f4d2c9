// SPDX-License-Identifier: GPL-3.0-or-later
#include "wizard/actions/browser_installation.h"

#include <algorithm>
#include <iterator>

#include <openssl/pem.h>

#include "probes/certificate/browser_policy.h"
#include "probes/certificate/certificate_facts.h"
#include "probes/certificate/openssl_pointers.h"
#include "probes/world/files.h"
#include "wizard/actions/policy_files.h"

namespace onshi {
namespace {

namespace fs = std::filesystem;
using What = ActionFault::What;

std::unexpected<ActionFault> fault(What what, const fs::path& place = {}, std::string detail = {}) {
  return std::unexpected(ActionFault{what, place, {}, std::move(detail)});
}

std::unexpected<ActionFault> fault_of_store(const BrowserStore& store, const CannotSee& trouble) {
  const bool locked = trouble.why == CannotSee::Why::refused;
  return fault(locked ? What::store_locked : What::store_refused, store.place(), trouble.detail);
}

std::unexpected<ActionFault> fault_of_view(const BrowserStore& store, const CannotSee& trouble) {
  const bool forbidden = trouble.why == CannotSee::Why::refused;
  return fault(forbidden ? What::store_forbidden : What::store_refused, store.place(), trouble.detail);
}

std::vector<X509Pointer> roots_in(const std::string& pem) {
  const Owned<BIO> text(BIO_new_mem_buf(pem.data(), static_cast<int>(pem.size())));
  std::vector<X509Pointer> roots;
  while (X509Pointer root{PEM_read_bio_X509(text.get(), nullptr, nullptr, nullptr)})
    roots.push_back(std::move(root));
  ERR_clear_error();
  return roots;
}

std::string short_name(const std::string& fingerprint) {
  constexpr std::size_t kEnough = 8;
  return fingerprint.substr(0, kEnough);
}

std::string state_of(const HeldCertificate& held) {
  if (!held.there) return "absent";
  return held.trust.empty() || held.trust.starts_with("0,") ? "there" : "trusted";
}

bool is_ours(const BrowserPolicy& policy) { return fs::path(policy.file).filename() == kBrowserPolicyFile; }

std::vector<std::string> policy_files(const BrowserView& view) {
  std::vector<std::string> files;
  files.reserve(view.policy_folders.size());
  for (const std::string& folder : view.policy_folders) {
    files.push_back((fs::path(folder) / kBrowserPolicyFile).string());
  }
  return files;
}

std::string word_of(const std::optional<std::string>& text, const std::string& ours) {
  if (!text) return "absent";
  return *text == ours ? "ours" : "other";
}

}  // namespace

std::string BrowserInstallation::policy() const {
  return browser_policy(*parts_.certificate->client->certificate, parts_.profile);
}

fs::path BrowserInstallation::offered() const { return parts_.site / kBrowserPolicyFile; }

/// The certificate first, then its authorities, then the roots for servers, each once.
std::vector<std::string> BrowserInstallation::fingerprints() const {
  std::vector<std::string> all{parts_.certificate->facts.fingerprint};
  const auto add = [&](const std::vector<X509Pointer>& more) {
    for (const X509Pointer& each : more) {
      const std::string fingerprint = certificate_fingerprint(*each);
      if (std::ranges::find(all, fingerprint) == all.end()) all.push_back(fingerprint);
    }
  };
  add(parts_.certificate->client->chain);
  add(roots_in(parts_.profile.server_roots_pem));
  return all;
}

std::expected<std::vector<HeldCertificate>, ActionFault> BrowserInstallation::held(
    const std::vector<std::string>& fingerprints) const {
  auto seen = parts_.store->look(fingerprints);
  if (!seen) return fault_of_store(*parts_.store, seen.error());
  return *std::move(seen);
}

/// A store that nobody could look into is no terminal without a browser.
Done BrowserInstallation::possible() const {
  if (parts_.store == nullptr) return fault(What::no_home);
  if (!parts_.view) return fault_of_view(*parts_.store, parts_.view.error());
  if (parts_.view->policy_folders.empty()) return fault(What::browser_absent);
  const auto other = std::ranges::find_if_not(parts_.view->policies, is_ours);
  if (other != parts_.view->policies.end()) return fault(What::policy_by_other, other->file);
  return {};
}

/// A slip that is there already tells what was before better than the terminal does now.
std::expected<UndoSlip, ActionFault> BrowserInstallation::slip_to_apply() const {
  auto known = load_slip(parts_.site);
  if (!known) return std::unexpected(known.error());
  if (*known && (*known)->certificate != parts_.certificate->facts.fingerprint) {
    return fault(What::other_installed, parts_.site);
  }
  if (*known) {
    (*known)->state = UndoSlip::State::applying;
    return completed(**std::move(known));
  }
  UndoSlip slip;
  slip.when = parts_.now;
  slip.store_there = parts_.store->there();
  slip.certificate = parts_.certificate->facts.fingerprint;
  slip.folders = missing_folders(parts_.store->place() / "any");
  return completed(std::move(slip));
}

/// With what the slip does not tell yet, such as a root or a browser that came later, as it is now.
std::expected<UndoSlip, ActionFault> BrowserInstallation::completed(UndoSlip slip) const {
  std::vector<std::string> untold = fingerprints();
  std::erase_if(untold, [&](const std::string& each) {
    return std::ranges::find(slip.certificates, each, &HeldCertificate::fingerprint) !=
           slip.certificates.end();
  });
  auto before = held(untold);
  if (!before) return std::unexpected(before.error());
  std::ranges::move(*before, std::back_inserter(slip.certificates));
  for (const std::string& file : policy_files(*parts_.view)) {
    if (std::ranges::find(slip.policies, file, &UndoSlip::Policy::file) != slip.policies.end()) continue;
    slip.policies.push_back({file, policy_text(file), policy()});
    std::ranges::copy(missing_folders(file), std::back_inserter(slip.folders));
  }
  return slip;
}

Change BrowserInstallation::change_of(const HeldCertificate& now, bool root) const {
  const bool own = now.fingerprint == parts_.certificate->facts.fingerprint;
  if (own) {
    const std::string before = !now.there ? "absent" : now.key ? "there" : "without_key";
    return {"certificate", parts_.certificate->facts.serial_end, before, "there"};
  }
  const std::string before = state_of(now);
  if (root) return {"root", short_name(now.fingerprint), before, "trusted"};
  return {"authority", short_name(now.fingerprint), before, before == "absent" ? "there" : before};
}

Changes BrowserInstallation::preview() {
  if (auto fit = possible(); !fit) return std::unexpected(fit.error());
  const auto slip = slip_to_apply();
  if (!slip) return std::unexpected(slip.error());
  const auto now = held(fingerprints());
  if (!now) return std::unexpected(now.error());
  std::vector<std::string> roots;
  for (const X509Pointer& root : roots_in(parts_.profile.server_roots_pem)) {
    roots.push_back(certificate_fingerprint(*root));
  }
  std::vector<Change> changes;
  for (const HeldCertificate& each : *now) {
    changes.push_back(change_of(each, std::ranges::find(roots, each.fingerprint) != roots.end()));
  }
  for (const std::string& file : policy_files(*parts_.view)) {
    changes.push_back({"policy", file, word_of(policy_text(file), policy()), "ours"});
  }
  return changes;
}

Done BrowserInstallation::fill_store(UndoSlip& slip) {
  if (auto made = make_private_folder(parts_.store->place()); !made) {
    return fault(What::store_refused, parts_.store->place(), made.error().detail);
  }
  const auto added =
      parts_.store->add(*parts_.certificate->client, roots_in(parts_.profile.server_roots_pem));
  if (!added) return fault_of_store(*parts_.store, added.error());
  slip.state = UndoSlip::State::applied;
  return {};
}

Done BrowserInstallation::write_policies(const UndoSlip& slip) const {
  for (const UndoSlip::Policy& each : slip.policies) {
    if (write_policy(each.file, each.after)) continue;
    // Readable for all, as its copy has to be.
    const bool offer = write_policy(offered(), each.after);
    return std::unexpected(ActionFault{What::policy_refused, each.file, offer ? offered() : fs::path{}, {}});
  }
  return {};
}

Done BrowserInstallation::apply() {
  if (auto fit = possible(); !fit) return fit;
  auto slip = slip_to_apply();
  if (!slip) return std::unexpected(slip.error());
  for (UndoSlip::Policy& each : slip->policies) each.after = policy();
  if (auto saved = save_slip(parts_.site, *slip); !saved) return saved;
  if (auto filled = fill_store(*slip); !filled) return filled;
  // An administrator may put the policy there later; for this program the installation is whole.
  const Done written = write_policies(*slip);
  if (auto saved = save_slip(parts_.site, *slip); !saved) return saved;
  return written;
}

std::expected<UndoSlip, ActionFault> BrowserInstallation::slip_to_undo() const {
  auto known = load_slip(parts_.site);
  if (!known) return std::unexpected(known.error());
  if (!*known) return fault(What::nothing_to_undo);
  return **std::move(known);
}

Changes BrowserInstallation::preview_undo() {
  const auto slip = slip_to_undo();
  if (!slip) return std::unexpected(slip.error());
  if (parts_.store == nullptr) return fault(What::no_home);
  std::vector<std::string> fingerprints;
  std::ranges::transform(slip->certificates, std::back_inserter(fingerprints), &HeldCertificate::fingerprint);
  const auto now = held(fingerprints);
  if (!now) return std::unexpected(now.error());
  std::vector<Change> changes;
  for (std::size_t index = 0; index < now->size(); ++index) {
    const bool own = now->at(index).fingerprint == slip->certificate;
    changes.push_back(
        {own ? "certificate" : "authority", short_name(now->at(index).fingerprint),
         own ? (now->at(index).there ? "there" : "absent") : state_of(now->at(index)),
         own ? (slip->certificates[index].there ? "there" : "absent") : state_of(slip->certificates[index])});
  }
  for (const UndoSlip::Policy& each : slip->policies) {
    changes.push_back(
        {"policy", each.file, word_of(policy_text(each.file), each.after), word_of(each.before, each.after)});
  }
  return changes;
}

Done BrowserInstallation::restore_store(const UndoSlip& slip) const {
  if (auto restored = parts_.store->restore(slip.certificates); !restored) {
    return fault_of_store(*parts_.store, restored.error());
  }
  if (slip.store_there) return {};
  if (auto gone = parts_.store->discard_if_empty(); !gone) return fault_of_store(*parts_.store, gone.error());
  return {};
}

/// What somebody else has written there since is left alone.
Done BrowserInstallation::restore_policies(const UndoSlip& slip) const {
  Done done;
  for (const UndoSlip::Policy& each : slip.policies) {
    const auto now = policy_text(each.file);
    std::error_code error;
    if (!now && fs::exists(each.file, error) && done) done = fault(What::policy_left, each.file);
    if (now != each.after || each.before == each.after) continue;
    const bool back = each.before ? write_policy(each.file, *each.before) : remove_policy(each.file);
    if (!back && done) done = fault(What::policy_left, each.file);
  }
  return done;
}

Done BrowserInstallation::undo() {
  auto slip = slip_to_undo();
  if (!slip) return std::unexpected(slip.error());
  if (parts_.store == nullptr) return fault(What::no_home);
  slip->state = UndoSlip::State::undoing;
  if (auto saved = save_slip(parts_.site, *slip); !saved) return saved;
  if (auto restored = restore_store(*slip); !restored) return restored;
  if (auto restored = restore_policies(*slip); !restored) return restored;
  remove_empty(slip->folders);
  remove_policy(offered());
  return drop_slip(parts_.site);
}

}  // namespace onshi
