// SPDX-License-Identifier: GPL-3.0-or-later
#include "probes/certificate/open_certificate.h"

#include <algorithm>
#include <array>

#include "probes/certificate/certificate_facts.h"
#include "probes/certificate/pkcs12_file.h"

namespace onshi {
namespace {

using What = CertificateFault::What;

std::unexpected<CertificateFault> fault(What what) { return std::unexpected(CertificateFault{what, ""}); }

OpenedCertificate opened_from(Pkcs12Parts parts) {
  OpenedCertificate opened;
  opened.facts = facts_of_certificate(parts.certificate.get());
  opened.facts.legacy = parts.legacy;
  auto client = std::make_shared<ClientCertificate>();
  client->certificate = std::move(parts.certificate);
  client->key = std::move(parts.key);
  client->chain = std::move(parts.others);
  opened.client = std::move(client);
  return opened;
}

std::expected<OpenedCertificate, CertificateFault> judged(Pkcs12Parts parts) {
  if (!parts.key)
    return fault(parts.others.empty() && !parts.certificate ? What::no_certificate : What::no_key);
  if (!parts.certificate) return fault(parts.others.empty() ? What::no_certificate : What::key_mismatch);
  return opened_from(std::move(parts));
}

}  // namespace

std::string_view name_of(What what) {
  constexpr std::array<std::string_view, 12> kNames{
      "empty",       "too_large", "plain_certificate", "not_pkcs12",
      "cut",         "damaged",   "wrong_password",    "legacy_missing",
      "unsupported", "no_key",    "no_certificate",    "key_mismatch"};
  return kNames.at(static_cast<std::size_t>(what));
}

std::expected<OpenedCertificate, CertificateFault> open_certificate(std::string_view bytes,
                                                                    const Secret& password) {
  // OpenSSL says nothing at all about an empty file, so sizes come first (certificate.md §6.1).
  if (bytes.empty()) return fault(What::empty);
  if (bytes.size() > kLargestCertificateFile) return fault(What::too_large);
  const Owned<PKCS12> file = decode_pkcs12(bytes);
  if (!file) return fault(kind_of_other(bytes));
  const MacResult mac = check_mac(file.get(), password);
  if (mac == MacResult::differs) return fault(What::wrong_password);
  auto parts = take_apart(bytes, password, mac == MacResult::fits);
  if (!parts) return std::unexpected(parts.error());
  auto opened = judged(std::move(*parts));
  if (opened) {
    opened->facts.encryption = encryption_of(file.get());
    opened->facts.password_proved = mac == MacResult::fits;
  }
  return opened;
}

CertificateRecord record_of(const OpenedCertificate& opened, std::string source) {
  CertificateRecord record;
  record.source = std::move(source);
  record.fingerprint = opened.facts.fingerprint;
  record.issuer = opened.facts.issuer;
  record.institution_code = opened.facts.institution_code.value_or("");
  record.not_before = opened.facts.not_before;
  record.not_after = opened.facts.not_after;
  return record;
}

bool is_same(const OpenedCertificate& opened, const CertificateRecord& record) {
  return opened.facts.fingerprint == record.fingerprint;
}

}  // namespace onshi
