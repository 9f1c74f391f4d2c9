// SPDX-License-Identifier: GPL-3.0-or-later
#include "probes/certificate/opens_check.h"

#include <algorithm>
#include <array>

#include "probes/certificate/certificate_checks.h"
#include "probes/site/japan_time.h"

namespace onshi {
namespace {

using What = CertificateFault::What;

struct Row {
  What what;
  FindingNumber cause;
};

constexpr std::array<Row, 12> kCauses{{{What::empty, FindingNumber::certificate_file_empty},
                                       {What::too_large, FindingNumber::certificate_file_too_large},
                                       {What::plain_certificate, FindingNumber::plain_certificate},
                                       {What::not_pkcs12, FindingNumber::not_pkcs12},
                                       {What::cut, FindingNumber::pkcs12_cut},
                                       {What::damaged, FindingNumber::pkcs12_damaged},
                                       {What::wrong_password, FindingNumber::certificate_password_wrong},
                                       {What::legacy_missing, FindingNumber::legacy_module_missing},
                                       {What::unsupported, FindingNumber::pkcs12_unsupported},
                                       {What::no_key, FindingNumber::pkcs12_without_key},
                                       {What::no_certificate, FindingNumber::pkcs12_without_certificate},
                                       {What::key_mismatch, FindingNumber::pkcs12_key_mismatch}}};

Facts facts_of(const CertificateFacts& seen) {
  Facts facts;
  facts.add("issuer", seen.issuer).add("serial_end", seen.serial_end);
  facts.add("not_before", iso_date(seen.not_before)).add("not_after", iso_date(seen.not_after));
  facts.add("key", seen.key_type + " " + std::to_string(seen.key_bits)).add("encryption", seen.encryption);
  return facts;
}

Answer run(const Inquiry& inquiry) {
  const SiteSecrets& secrets = inquiry.secrets;
  // A file of 0 bytes that was given is a fault of its own; here nothing was given at all.
  if (secrets.certificate_file.empty() && !secrets.certificate_password) {
    return raise(Verdict::fail, FindingNumber::no_certificate_file);
  }
  if (!secrets.certificate_password)
    return raise(Verdict::unknown, FindingNumber::certificate_password_unknown);
  auto opened = open_certificate(secrets.certificate_file, *secrets.certificate_password);
  if (!opened) return answer_of(opened.error());
  Facts facts = facts_of(opened->facts);
  if (!opened->facts.password_proved) {
    return raise(Verdict::attention, FindingNumber::pkcs12_without_mac, std::move(facts), *opened);
  }
  return good(std::move(facts), *opened);
}

}  // namespace

Answer answer_of(const CertificateFault& fault) {
  const auto row =
      std::find_if(kCauses.begin(), kCauses.end(), [&](const Row& one) { return one.what == fault.what; });
  Facts facts;
  if (!fault.detail.empty()) facts.add("detail", fault.detail);
  return raise(Verdict::fail, row->cause, std::move(facts));
}

Check certificate_opens_check() {
  return {.name = kCertificateOpens,
          .question = FindingNumber::certificate_opens,
          .budget = std::chrono::milliseconds{2000},
          .run = run};
}

}  // namespace onshi
