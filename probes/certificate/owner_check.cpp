// SPDX-License-Identifier: GPL-3.0-or-later
#include "probes/certificate/owner_check.h"

#include "probes/certificate/certificate_checks.h"

namespace onshi {
namespace {

// The codes that this clinic told us, the entered one first; only those that are a 医療機関等コード can be
// compared.
std::vector<std::string> known_codes(const Site& site) {
  std::vector<std::string> codes;
  if (site.institution.kind != InstitutionKind::institution_code) return codes;
  if (!site.institution.code.empty()) codes.push_back(site.institution.code);
  for (const auto& [environment, sheet] : site.sheets) {
    if (!sheet.institution_code.empty()) codes.push_back(sheet.institution_code);
  }
  return codes;
}

Answer run(const Inquiry& inquiry) {
  const CertificateFacts& seen = inquiry.evidence.of<OpenedCertificate>(kCertificateOpens)->facts;
  if (!seen.institution_code) return good(Facts{{"certificate_code", "not_in_certificate"}});
  Facts facts{{"certificate_code", *seen.institution_code}, {"code_place", seen.institution_code_place}};
  for (const std::string& code : known_codes(inquiry.site)) {
    if (code == *seen.institution_code) continue;
    facts.add("institution_code", code);
    return raise(Verdict::fail, FindingNumber::certificate_of_other_institution, std::move(facts));
  }
  return good(std::move(facts));
}

}  // namespace

Check certificate_owner_check() {
  return {.name = "certificate.owner",
          .question = FindingNumber::certificate_owner,
          .needs = {kCertificateOpens},
          .run = run};
}

}  // namespace onshi
