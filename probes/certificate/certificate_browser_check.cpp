// SPDX-License-Identifier: GPL-3.0-or-later
#include "probes/certificate/certificate_browser_check.h"

#include <algorithm>
#include <filesystem>

#include <openssl/pem.h>

#include "probes/certificate/browser_policy.h"
#include "probes/certificate/certificate_facts.h"
#include "probes/certificate/opened_evidence.h"
#include "probes/certificate/openssl_pointers.h"
#include "probes/check/right_time.h"
#include "probes/site/japan_time.h"
#include "probes/site/small_file.h"

namespace onshi {
namespace {

using Stored = StoredCertificate;

struct Look {
  const Inquiry& inquiry;
  const OpenedCertificate& opened;
  const BrowserView& view;
  Facts facts;

  [[nodiscard]] const Stored* own() const {
    const auto found = std::ranges::find(view.certificates, opened.facts.fingerprint, &Stored::fingerprint);
    return found == view.certificates.end() || !found->has_key ? nullptr : &*found;
  }
};

bool is_of_the_service(const Stored& stored, const Profile& profile) {
  return std::ranges::any_of(profile.certificate_issuers, [&](const std::string& each) {
    return stored.issuer.find(each) != std::string::npos;
  });
}

/// Those that the browser could present to the service today.
std::vector<Stored> candidates(const Look& look) {
  const auto now = right_time(look.inquiry);
  std::vector<Stored> found;
  std::ranges::copy_if(look.view.certificates, std::back_inserter(found), [&](const Stored& each) {
    return each.has_key && each.not_before <= now && now <= each.not_after &&
           is_of_the_service(each, look.inquiry.profile);
  });
  return found;
}

std::string described(const Stored& stored) {
  const std::string code = stored.code.empty() ? "-" : stored.code;
  return code + " #" + stored.serial_end + " " + iso_date(stored.not_before) + ".." +
         iso_date(stored.not_after);
}

/// Fingerprints of the profile's roots for servers.
std::vector<std::string> server_roots(const Profile& profile) {
  const std::string& pem = profile.server_roots_pem;
  const Owned<BIO> text(BIO_new_mem_buf(pem.data(), static_cast<int>(pem.size())));
  std::vector<std::string> roots;
  while (const X509Pointer root{PEM_read_bio_X509(text.get(), nullptr, nullptr, nullptr)}) {
    roots.push_back(certificate_fingerprint(*root));
  }
  ERR_clear_error();
  return roots;
}

bool trusts(const BrowserView& view, const std::string& fingerprint) {
  return std::ranges::any_of(
      view.certificates, [&](const Stored& each) { return each.trusted && each.fingerprint == fingerprint; });
}

bool trusts_all_roots(const Look& look) {
  return std::ranges::all_of(server_roots(look.inquiry.profile),
                             [&](const std::string& root) { return trusts(look.view, root); });
}

bool is_ours(const BrowserPolicy& policy) {
  return std::filesystem::path(policy.file).filename() == kBrowserPolicyFile;
}

/// The first browser's folder in which our policy does not stand as it should.
std::optional<std::string> folder_without_policy(const Look& look) {
  const std::string wanted =
      sha256_of(browser_policy(*look.opened.client->certificate, look.inquiry.profile));
  for (const std::string& folder : look.view.policy_folders) {
    std::string file = (std::filesystem::path(folder) / kBrowserPolicyFile).string();
    const auto found = std::ranges::find(look.view.policies, file, &BrowserPolicy::file);
    if (found == look.view.policies.end() || found->sha256 != wanted) return file;
  }
  return std::nullopt;
}

/// True, and tells them, when there are two or more.
bool add_candidates(Look& look) {
  const auto found = candidates(look);
  if (found.size() < 2) return false;
  for (const Stored& each : found) look.facts.add("candidate", described(each));
  look.facts.add("chosen", look.opened.facts.serial_end);
  return true;
}

/// What stands in the way of the installation that was asked for.
std::optional<Answer> fault_of_installation(Look& look) {
  const auto attend = [&](FindingNumber number) { return raise(Verdict::attention, number, look.facts); };
  if (look.view.locked) return attend(FindingNumber::browser_store_locked);
  if (look.view.policy_folders.empty()) return attend(FindingNumber::browser_absent);
  if (look.own() == nullptr) return attend(FindingNumber::browser_certificate_gone);
  if (!trusts_all_roots(look)) return attend(FindingNumber::browser_root_untrusted);
  if (const auto other = std::ranges::find_if_not(look.view.policies, is_ours);
      other != look.view.policies.end()) {
    look.facts.add("policy_file", other->file);
    return attend(FindingNumber::browser_policy_by_other);
  }
  const auto file = folder_without_policy(look);
  if (!file) return std::nullopt;
  look.facts.add("policy_file", *file);
  // A browser that asks, with two to choose from, is worse than either alone.
  return attend(add_candidates(look) ? FindingNumber::browser_candidates_unchosen
                                     : FindingNumber::browser_policy_missing);
}

std::optional<Answer> several_candidates(Look& look) {
  if (!add_candidates(look)) return std::nullopt;
  return raise(Verdict::attention, FindingNumber::browser_candidates, look.facts);
}

Answer judge(Look look, BrowserWish wish) {
  look.facts.add("browser_store", look.view.place).add("in_browser", look.own() != nullptr ? "yes" : "no");
  if (wish == BrowserWish::unfinished) {
    return raise(Verdict::attention, FindingNumber::browser_install_unfinished, look.facts);
  }
  if (wish == BrowserWish::installed) {
    if (auto fault = fault_of_installation(look)) return *std::move(fault);
  }
  if (auto several = several_candidates(look)) return *std::move(several);
  return good(look.facts);
}

Answer cannot_see(const CannotSee& trouble, BrowserWish wish) {
  const Facts facts{{"detail", trouble.detail}};
  const auto attend = [&](FindingNumber number) { return raise(Verdict::attention, number, facts); };
  switch (trouble.why) {
    case CannotSee::Why::not_supported:
      return wish == BrowserWish::none ? good({{"in_browser", "not_looked"}})
                                       : attend(FindingNumber::browser_of_nobody);
    case CannotSee::Why::refused:
      return attend(FindingNumber::browser_store_forbidden);
    default:
      return attend(FindingNumber::browser_store_unreadable);
  }
}

/// The certificate, whatever else of the service could be taken for it, and the service's roots.
BrowserQuestion question_about(const Inquiry& inquiry) {
  BrowserQuestion question{inquiry.profile.certificate_issuers, server_roots(inquiry.profile)};
  question.fingerprints.push_back(opened_of(inquiry).facts.fingerprint);
  return question;
}

Answer run(const Inquiry& inquiry, BrowserWish wish) {
  const auto view = inquiry.world.browsers().look(question_about(inquiry), inquiry.limit);
  if (!view) return cannot_see(view.error(), wish);
  return judge({inquiry, opened_of(inquiry), *view, {}}, wish);
}

}  // namespace

Check certificate_browser_check(BrowserWish wish) {
  return {.name = "certificate.browser",
          .question = FindingNumber::certificate_in_browser,
          .needs = {kCertificateOpens},
          .after = {"terminal.clock"},
          .budget = std::chrono::seconds{3},
          .run = [wish](const Inquiry& inquiry) { return run(inquiry, wish); }};
}

}  // namespace onshi
