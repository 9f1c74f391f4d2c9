// SPDX-License-Identifier: GPL-3.0-or-later
#include "probes/world/linux/linux_browsers.h"

#include <algorithm>
#include <array>
#include <cerrno>

#include <fcntl.h>
#include <unistd.h>

#include "probes/site/certificate_time.h"
#include "probes/site/client_certificate.h"
#include "probes/site/small_file.h"
#include "probes/site/subject_code.h"
#include "probes/world/files.h"
#include "probes/world/hexadecimal.h"
#include "probes/world/linux/nss_database.h"
#include "probes/world/live/certificate_facts.h"
#include "probes/world/live/system_parts.h"

namespace onshi {
namespace {

namespace fs = std::filesystem;

struct Browser {
  const char* program;
  const char* policies;
};
constexpr std::array kBrowsers{Browser{"usr/bin/chromium", "etc/chromium/policies/managed"},
                               Browser{"usr/bin/chromium-browser", "etc/chromium/policies/managed"},
                               Browser{"opt/google/chrome/chrome", "etc/opt/chrome/policies/managed"},
                               Browser{"opt/microsoft/msedge/msedge", "etc/opt/edge/policies/managed"}};
constexpr std::string_view kChoosesCertificates = "AutoSelectCertificateForUrls";
constexpr std::size_t kLargestPolicy = std::size_t{1} << 20;  // bytes

std::string serial_end_of(const X509& certificate) {
  const ASN1_INTEGER* serial = X509_get0_serialNumber(&certificate);
  std::vector<std::uint8_t> bytes(serial->data, serial->data + std::max(serial->length, 0));
  std::string all = to_hexadecimal(bytes);
  std::ranges::transform(all, all.begin(), [](char each) { return each >= 'A' ? each + 32 : each; });
  return all.substr(all.size() - std::min<std::size_t>(all.size(), 4));
}

void put_facts(StoredCertificate& stored, const SECItem& der) {
  const unsigned char* place = der.data;
  const X509Pointer certificate(d2i_X509(nullptr, &place, static_cast<long>(der.len)));
  if (!certificate) return;
  stored.issuer = name_text(X509_get_issuer_name(certificate.get()));
  stored.serial_end = serial_end_of(*certificate);
  stored.not_before = time_of(X509_get0_notBefore(certificate.get()));
  stored.not_after = time_of(X509_get0_notAfter(certificate.get()));
  if (auto code = code_in_subject(*certificate)) stored.code = code->code;
}

bool contains_one_of(const std::string& text, const std::vector<std::string>& parts) {
  return std::ranges::any_of(parts, [&](const auto& part) { return text.find(part) != text.npos; });
}

bool is_asked_for(const StoredCertificate& stored, const BrowserQuestion& question) {
  if (std::ranges::find(question.fingerprints, stored.fingerprint) != question.fingerprints.end())
    return true;
  return stored.has_key && contains_one_of(stored.issuer, question.issuers);
}

/// NSS tells a store that may not be read from a damaged one no more than from one that is not there.
Seen<void> may_read(const fs::path& folder) {
  for (const char* file : {"cert9.db", "key4.db"}) {
    const int may = faccessat(AT_FDCWD, (folder / file).c_str(), R_OK, AT_EACCESS);
    if (may == 0 || (errno != EACCES && errno != EPERM)) continue;
    return std::unexpected(CannotSee{CannotSee::Why::refused, errno, file});
  }
  return {};
}

Seen<void> put_store(BrowserView& view, const fs::path& folder, const BrowserQuestion& question) {
  view.there = is_browser_store(folder);
  if (!view.there) return {};
  if (auto may = may_read(folder); !may) return may;
  const auto database = NssDatabase::open(folder, NssDatabase::Way::look);
  if (!database) return std::unexpected(database.error());
  view.locked = (*database)->locked();
  for (const auto& certificate : (*database)->certificates()) {
    StoredCertificate stored;
    stored.has_key = (*database)->has_key(*certificate);
    stored.trusted = is_trusted(*certificate);
    if (!stored.has_key && !stored.trusted) continue;
    stored.fingerprint = fingerprint_of(*certificate);
    put_facts(stored, certificate->derCert);
    if (is_asked_for(stored, question)) view.certificates.push_back(std::move(stored));
  }
  return {};
}

void put_policies(BrowserView& view, const fs::path& folder) {
  std::error_code error;
  for (const auto& entry : fs::directory_iterator(folder, error)) {
    if (entry.path().extension() != ".json") continue;
    const auto text = read_file(entry.path(), kLargestPolicy);
    if (text && text->find(kChoosesCertificates) != std::string::npos) {
      view.policies.push_back({entry.path().string(), sha256_of(*text)});
    }
  }
}

void put_browsers(BrowserView& view, const fs::path& root) {
  for (const Browser& browser : kBrowsers) {
    std::error_code error;
    const std::string folder = (root / browser.policies).string();
    const bool known = std::ranges::find(view.policy_folders, folder) != view.policy_folders.end();
    if (known || !fs::exists(root / browser.program, error)) continue;
    view.policy_folders.push_back(folder);
    put_policies(view, folder);
  }
  std::ranges::sort(view.policies, {}, &BrowserPolicy::file);
}

}  // namespace

Seen<BrowserView> LinuxBrowsers::look(const BrowserQuestion& question, const Limit& limit) {
  if (limit.cancelled()) return std::unexpected(CannotSee{CannotSee::Why::cancelled, 0, {}});
  if (home_.empty()) return std::unexpected(CannotSee{CannotSee::Why::not_supported, 0, "no_home"});
  BrowserView view;
  view.place = browser_store_folder("~").string();
  const auto seen = put_store(view, browser_store_folder(home_), question);
  if (!seen) return std::unexpected(seen.error());
  put_browsers(view, root_);
  return view;
}

std::unique_ptr<Browsers> system_browsers() { return std::make_unique<LinuxBrowsers>(home_folder()); }

}  // namespace onshi
