// SPDX-License-Identifier: GPL-3.0-or-later
#include "probes/sheet/sheets_agree_check.h"

#include "probes/sheet/sheet_complete_check.h"
#include "probes/sheet/sheet_facts.h"
#include "probes/site/text.h"

namespace onshi {
namespace {

bool is_chosen(const Institution& institution, const std::string& code) {
  const bool comparable = institution.kind == InstitutionKind::institution_code && !institution.code.empty();
  return !comparable || institution.code == code;
}

Answer run(const Inquiry& inquiry) {
  const MasterAccountSheet& production = sheet_of(inquiry.site, Environment::production);
  const MasterAccountSheet& verification = sheet_of(inquiry.site, Environment::verification);
  Facts facts{{"production_code", production.institution_code},
              {"verification_code", verification.institution_code}};
  if (production.institution_code != verification.institution_code) {
    return raise(Verdict::fail, FindingNumber::sheet_codes_differ, facts);
  }
  facts.add("production_name", production.institution_name);
  facts.add("verification_name", verification.institution_name);
  if (folded_name(production.institution_name) != folded_name(verification.institution_name)) {
    return raise(Verdict::fail, FindingNumber::sheet_names_differ, facts);
  }
  if (is_chosen(inquiry.site.institution, production.institution_code)) return good(facts);
  facts.add("chosen_code", inquiry.site.institution.code);
  return raise(Verdict::attention, FindingNumber::sheet_code_not_chosen, facts);
}

}  // namespace

Check sheets_agree_check() {
  return {
      .name = "sheets.agree",
      .question = FindingNumber::sheets_agree,
      .needs = {sheet_complete_name(Environment::production), sheet_complete_name(Environment::verification)},
      .run = run};
}

}  // namespace onshi
