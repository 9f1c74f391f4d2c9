// SPDX-License-Identifier: GPL-3.0-or-later
#include "probes/certificate/certificate_key_check.h"

#include <openssl/x509v3.h>

#include "probes/certificate/certificate_checks.h"
#include "probes/certificate/opened_evidence.h"

namespace onshi {
namespace {

constexpr int kLeastRsaBits = 2048;
constexpr int kLeastEcBits = 224;

bool is_rsa(const CertificateFacts& seen) { return seen.key_type.starts_with("RSA"); }
bool is_ec(const CertificateFacts& seen) { return seen.key_type == "EC"; }

bool is_weak(const CertificateFacts& seen) {
  return (is_rsa(seen) && seen.key_bits < kLeastRsaBits) || (is_ec(seen) && seen.key_bits < kLeastEcBits);
}

bool is_authority(X509& certificate) { return X509_check_ca(&certificate) == 1; }
bool is_for_clients(X509& certificate) {
  return X509_check_purpose(&certificate, X509_PURPOSE_SSL_CLIENT, 0) == 1;
}

Answer run(const Inquiry& inquiry) {
  const OpenedCertificate& opened = opened_of(inquiry);
  const CertificateFacts& seen = opened.facts;
  X509& certificate = *opened.client->certificate;
  Facts facts{{"key_type", seen.key_type}};
  facts.add("key_bits", seen.key_bits);
  if (is_authority(certificate)) return raise(Verdict::fail, FindingNumber::certificate_of_authority, facts);
  if (!is_for_clients(certificate)) {
    return raise(Verdict::fail, FindingNumber::certificate_wrong_usage, facts);
  }
  if (is_weak(seen)) return raise(Verdict::fail, FindingNumber::certificate_key_weak, facts);
  if (is_rsa(seen) || is_ec(seen)) return good(facts);
  return raise(Verdict::attention, FindingNumber::certificate_key_unusual, facts);
}

}  // namespace

Check certificate_key_check() {
  return {.name = "certificate.key",
          .question = FindingNumber::certificate_key,
          .needs = {kCertificateOpens},
          .run = run};
}

}  // namespace onshi
