// SPDX-License-Identifier: GPL-3.0-or-later
#include "probes/certificate/certificate_owner_check.h"

#include <algorithm>

#include "probes/certificate/certificate_checks.h"
#include "probes/certificate/opened_evidence.h"
#include "probes/site/institution_code.h"

namespace onshi {
namespace {

/// The codes of this terminal: as chosen in the wizard and as on its sheets.
std::vector<std::string> codes_of(const Site& site) {
  std::vector<std::string> codes{site.institution.code};
  for (const auto& [environment, sheet] : site.sheets) codes.push_back(sheet.institution_code);
  std::erase(codes, std::string{});
  std::ranges::sort(codes);
  codes.erase(std::unique(codes.begin(), codes.end()), codes.end());
  return codes;
}

Answer run(const Inquiry& inquiry) {
  const CertificateFacts& seen = opened_of(inquiry).facts;
  if (!seen.institution_code) return good({{"certificate_code", "none"}});
  const std::vector<std::string> codes = codes_of(inquiry.site);
  Facts facts{{"certificate_code", *seen.institution_code}, {"code_place", seen.institution_code_place}};
  for (const std::string& code : codes) facts.add("site_code", code);
  if (codes.empty() || std::ranges::find(codes, *seen.institution_code) != codes.end()) return good(facts);
  // Ten digits whose check digit does not hold may be another number altogether.
  const Verdict verdict = check_digit_holds(*seen.institution_code) ? Verdict::fail : Verdict::attention;
  return raise(verdict, FindingNumber::certificate_of_other_institution, facts);
}

}  // namespace

Check certificate_owner_check() {
  return {.name = "certificate.owner",
          .question = FindingNumber::certificate_owner,
          .needs = {kCertificateOpens},
          .run = run};
}

}  // namespace onshi
