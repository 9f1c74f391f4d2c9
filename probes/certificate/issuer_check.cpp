// SPDX-License-Identifier: GPL-3.0-or-later
#include "probes/certificate/issuer_check.h"

#include <algorithm>

#include "probes/certificate/certificate_checks.h"

namespace onshi {
namespace {

Answer run(const Inquiry& inquiry) {
  const std::string& issuer = inquiry.evidence.of<OpenedCertificate>(kCertificateOpens)->facts.issuer;
  const auto& expected = inquiry.profile.certificate_issuers;
  Facts facts{{"issuer", issuer}};
  for (const std::string& one : expected) facts.add("expected_issuer", one);
  const bool fits =
      expected.empty() || std::any_of(expected.begin(), expected.end(), [&](const std::string& one) {
        return issuer.find(one) != std::string::npos;
      });
  if (fits) return good(std::move(facts));
  // As long as nobody confirmed what the issuer is called, a difference proves little (certificate.md §1).
  const Verdict verdict = inquiry.profile.certificate_issuers_confirmed ? Verdict::fail : Verdict::attention;
  return raise(verdict, FindingNumber::certificate_issuer_differs, std::move(facts));
}

}  // namespace

Check certificate_issuer_check() {
  return {.name = "certificate.issuer",
          .question = FindingNumber::certificate_issuer,
          .needs = {kCertificateOpens},
          .run = run};
}

}  // namespace onshi
