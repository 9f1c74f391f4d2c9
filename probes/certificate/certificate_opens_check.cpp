// SPDX-License-Identifier: GPL-3.0-or-later
#include "probes/certificate/certificate_opens_check.h"

#include <utility>

#include "probes/certificate/certificate_checks.h"
#include "probes/certificate/open_certificate.h"

namespace onshi {
namespace {

constexpr FindingNumber kQuestion = FindingNumber::certificate_opens;

Facts source_of(const Site& site) {
  return site.certificate ? Facts{{"file", site.certificate->source}} : Facts{};
}

Answer about(OpenedCertificate opened, Facts facts) {
  const CertificateFacts& seen = opened.facts;
  facts.add("issuer", seen.issuer).add("serial_end", seen.serial_end).add("encryption", seen.encryption);
  facts.add("old_encryption", seen.legacy ? "yes" : "no");
  if (seen.password_proved) return good(std::move(facts), std::move(opened));
  return raise(Verdict::attention, FindingNumber::pkcs12_without_mac, std::move(facts), std::move(opened));
}

Answer about(const CertificateFault& fault, Facts facts) {
  Answer answer = answer_of(fault);
  answer.facts = facts.add(answer.facts);
  return answer;
}

Answer run(const Inquiry& inquiry, const OpenedCertificate* before) {
  Facts facts = source_of(inquiry.site);
  if (inquiry.secrets.certificate_file.empty()) {
    const bool chosen_before = inquiry.site.certificate.has_value();
    return raise(Verdict::fail,
                 chosen_before ? FindingNumber::stored_certificate_gone : FindingNumber::no_certificate_file,
                 facts);
  }
  if (!inquiry.secrets.certificate_password) {
    if (auto fault = fault_without_password(inquiry.secrets.certificate_file)) {
      return about(*fault, std::move(facts));
    }
    return raise(Verdict::unknown, FindingNumber::certificate_password_unknown, facts);
  }
  if (before != nullptr) return about(*before, std::move(facts));
  const auto& known = inquiry.site.certificate;
  auto opened = open_certificate(inquiry.secrets.certificate_file, *inquiry.secrets.certificate_password,
                                 known ? known->fingerprint : std::string());
  if (opened) return about(std::move(*opened), std::move(facts));
  return about(opened.error(), std::move(facts));
}

}  // namespace

Finding finding_of(const CertificateFault& fault, const std::string& source) {
  Answer answer = answer_of(fault);
  Facts facts{{"file", source}};
  facts.add(answer.facts);
  const FindingNumber number = answer.cause.value_or(kQuestion);
  return {kCertificateOpens, source, kQuestion, number, answer.verdict, std::move(facts), {}, {}, {}};
}

Check certificate_opens_check(std::shared_ptr<const OpenedCertificate> opened) {
  return {.name = kCertificateOpens,
          .question = kQuestion,
          .budget = std::chrono::seconds{3},
          .run = [opened = std::move(opened)](const Inquiry& inquiry) { return run(inquiry, opened.get()); }};
}

}  // namespace onshi
