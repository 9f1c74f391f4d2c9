// SPDX-License-Identifier: GPL-3.0-or-later
#include "probes/certificate/key_check.h"

#include <openssl/x509v3.h>

#include "probes/certificate/certificate_checks.h"

namespace onshi {
namespace {

constexpr int kLeastRsaBits = 2048;
constexpr int kLeastEcBits = 256;

bool may_authenticate(X509* certificate) {
  const std::uint32_t purposes = X509_get_extended_key_usage(certificate);
  const std::uint32_t usage = X509_get_key_usage(certificate);
  const bool client = purposes == UINT32_MAX || (purposes & (XKU_SSL_CLIENT | XKU_ANYEKU)) != 0;
  const bool signs = usage == UINT32_MAX || (usage & KU_DIGITAL_SIGNATURE) != 0;
  return client && signs;
}

Answer run(const Inquiry& inquiry) {
  const auto* opened = inquiry.evidence.of<OpenedCertificate>(kCertificateOpens);
  const CertificateFacts& seen = opened->facts;
  X509* certificate = opened->client->certificate.get();
  Facts facts{{"key", seen.key_type + " " + std::to_string(seen.key_bits)}};
  if (X509_check_ca(certificate) == 1) {
    return raise(Verdict::fail, FindingNumber::certificate_of_authority, std::move(facts));
  }
  if (!may_authenticate(certificate))
    return raise(Verdict::fail, FindingNumber::certificate_wrong_usage, std::move(facts));
  if (seen.key_type != "RSA" && seen.key_type != "EC") {
    return raise(Verdict::attention, FindingNumber::certificate_key_unusual, std::move(facts));
  }
  if (seen.key_bits < (seen.key_type == "RSA" ? kLeastRsaBits : kLeastEcBits)) {
    return raise(Verdict::attention, FindingNumber::certificate_key_weak, std::move(facts));
  }
  return good(std::move(facts));
}

}  // namespace

Check certificate_key_check() {
  return {.name = "certificate.key",
          .question = FindingNumber::certificate_key,
          .needs = {kCertificateOpens},
          .run = run};
}

}  // namespace onshi
