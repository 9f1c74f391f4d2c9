// SPDX-License-Identifier: GPL-3.0-or-later
#include "probes/sheet/sheet_code_check.h"

#include <algorithm>
#include <array>

#include "probes/sheet/sheet_complete_check.h"
#include "probes/sheet/sheet_facts.h"
#include "probes/site/institution_code.h"

namespace onshi {
namespace {

struct StructureRow {
  CodeStructure structure;
  FindingNumber number;
};

constexpr std::array<StructureRow, 6> kStructures{
    {{CodeStructure::not_digits, FindingNumber::code_not_digits},
     {CodeStructure::seven_digits, FindingNumber::code_seven_digits},
     {CodeStructure::nine_digits, FindingNumber::code_nine_digits},
     {CodeStructure::wrong_length, FindingNumber::code_wrong_length},
     {CodeStructure::wrong_prefecture, FindingNumber::code_wrong_prefecture},
     {CodeStructure::wrong_table, FindingNumber::code_wrong_table}}};

Answer about_check_digit(const std::string& code, Facts facts) {
  if (check_digit_holds(code)) return good(facts);
  const auto table = likely_table(code);
  if (!table) return raise(Verdict::attention, FindingNumber::code_check_digit, facts);
  facts.add("likely_table", std::string(1, *table));
  return raise(Verdict::attention, FindingNumber::code_likely_other_table, facts);
}

Answer run(const Inquiry& inquiry, Environment slot) {
  const MasterAccountSheet& sheet = sheet_of(inquiry.site, slot);
  Facts facts = sheet_facts(sheet, slot);
  facts.add("institution_code", sheet.institution_code);
  const CodeStructure structure = structure_of(sheet.institution_code);
  const auto* row = std::ranges::find(kStructures, structure, &StructureRow::structure);
  if (row != kStructures.end()) return raise(Verdict::fail, row->number, facts);
  return about_check_digit(sheet.institution_code, facts);
}

}  // namespace

Check sheet_code_check(Environment environment) {
  return {.name = "sheet.code." + std::string(name_of(environment)),
          .question = FindingNumber::sheet_code,
          .needs = {sheet_complete_name(environment)},
          .run = [environment](const Inquiry& inquiry) { return run(inquiry, environment); },
          .subject = std::string(name_of(environment))};
}

}  // namespace onshi
