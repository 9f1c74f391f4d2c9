// SPDX-License-Identifier: GPL-3.0-or-later
#include "probes/certificate/certificate_issuer_check.h"

#include <algorithm>

#include "probes/certificate/certificate_checks.h"
#include "probes/certificate/opened_evidence.h"

namespace onshi {
namespace {

Answer run(const Inquiry& inquiry) {
  const Profile& profile = inquiry.profile;
  const std::string& issuer = opened_of(inquiry).facts.issuer;
  Facts facts{{"issuer", issuer}};
  for (const std::string& expected : profile.certificate_issuers) facts.add("expected_issuer", expected);
  facts.add("profile_confirmed", profile.certificate_issuers_confirmed ? "yes" : "no");
  const bool known = std::ranges::any_of(profile.certificate_issuers, [&](const std::string& each) {
    return issuer.find(each) != std::string::npos;
  });
  if (known) return good(facts);
  const Verdict verdict = profile.certificate_issuers_confirmed ? Verdict::fail : Verdict::attention;
  return raise(verdict, FindingNumber::certificate_issuer_differs, facts);
}

}  // namespace

Check certificate_issuer_check() {
  return {.name = "certificate.issuer",
          .question = FindingNumber::certificate_issuer,
          .needs = {kCertificateOpens},
          .run = run};
}

}  // namespace onshi
