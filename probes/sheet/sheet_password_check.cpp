// SPDX-License-Identifier: GPL-3.0-or-later
#include "probes/sheet/sheet_password_check.h"

#include "probes/sheet/sheet_complete_check.h"
#include "probes/sheet/sheet_facts.h"

namespace onshi {
namespace {

using Password = MasterAccountSheet::Password;

bool is_typed(const SiteSecrets& secrets, Environment slot) {
  auto found = secrets.master_passwords.find(slot);
  return found != secrets.master_passwords.end() && !found->second.empty();
}

/// How the field looks on paper, as a word of the facts.
std::string field_of(Password password) {
  switch (password) {
    case Password::present:
      return "printed";
    case Password::empty:
      return "not_printed";
    case Password::must_be_typed:
      break;
  }
  return std::string(name_of(password));
}

Answer run(const Inquiry& inquiry, Environment slot) {
  const MasterAccountSheet& sheet = sheet_of(inquiry.site, slot);
  const bool typed = is_typed(inquiry.secrets, slot);
  Facts facts = sheet_facts(sheet, slot);
  facts.add("password", field_of(sheet.master_password));
  facts.add("password_in_hand", typed ? "yes" : "no");
  if (typed || sheet.master_password == Password::present) return good(facts);
  const auto cause = sheet.master_password == Password::empty ? FindingNumber::password_empty
                                                              : FindingNumber::password_must_be_typed;
  return raise(Verdict::attention, cause, facts);
}

}  // namespace

Check sheet_password_check(Environment environment) {
  return {.name = "sheet.password." + std::string(name_of(environment)),
          .question = FindingNumber::sheet_password,
          .needs = {sheet_complete_name(environment)},
          .run = [environment](const Inquiry& inquiry) { return run(inquiry, environment); },
          .subject = std::string(name_of(environment))};
}

}  // namespace onshi
