// SPDX-License-Identifier: GPL-3.0-or-later
#include "probes/sheet/sheet_environment_check.h"

#include "probes/sheet/sheet_complete_check.h"
#include "probes/sheet/sheet_facts.h"

namespace onshi {
namespace {

Environment other_than(Environment environment) {
  return environment == Environment::production ? Environment::verification : Environment::production;
}

/// The other slot holds a sheet of its own environment too, so one environment is there twice and one is
/// lacking.
bool is_twice(const Site& site, Environment slot) {
  auto other = site.sheets.find(other_than(slot));
  return other != site.sheets.end() && other->second.environment == other->first;
}

Answer run(const Inquiry& inquiry, Environment slot) {
  const MasterAccountSheet& sheet = sheet_of(inquiry.site, slot);
  Facts facts = sheet_facts(sheet, slot);
  facts.add("sheet_environment", std::string(name_of(*sheet.environment)));
  if (sheet.environment != slot) {
    const auto cause = is_twice(inquiry.site, slot) ? FindingNumber::sheet_environment_twice
                                                    : FindingNumber::sheet_of_other_environment;
    return raise(Verdict::fail, cause, facts);
  }
  if (!sheet.footer_environment || sheet.footer_environment == sheet.environment) return good(facts);
  facts.add("footer_environment", std::string(name_of(*sheet.footer_environment)));
  return raise(Verdict::attention, FindingNumber::sheet_footer_differs, facts);
}

}  // namespace

std::string sheet_environment_name(Environment environment) {
  return "sheet.environment." + std::string(name_of(environment));
}

Check sheet_environment_check(Environment environment) {
  return {.name = sheet_environment_name(environment),
          .question = FindingNumber::sheet_environment,
          .needs = {sheet_complete_name(environment)},
          .run = [environment](const Inquiry& inquiry) { return run(inquiry, environment); },
          .subject = std::string(name_of(environment))};
}

}  // namespace onshi
