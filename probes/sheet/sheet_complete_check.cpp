// SPDX-License-Identifier: GPL-3.0-or-later
#include "probes/sheet/sheet_complete_check.h"

#include <array>
#include <optional>

#include "probes/sheet/sheet_facts.h"

namespace onshi {
namespace {

struct FieldRow {
  std::string_view name;  // of the fact's value
  FindingNumber missing;
  bool (*known)(const MasterAccountSheet&);
};

constexpr std::array<FieldRow, 5> kFields{{
    {"environment", FindingNumber::sheet_environment_missing,
     [](const auto& sheet) { return sheet.environment.has_value(); }},
    {"institution_code", FindingNumber::sheet_code_missing,
     [](const auto& sheet) { return !sheet.institution_code.empty(); }},
    {"institution_name", FindingNumber::sheet_name_missing,
     [](const auto& sheet) { return !sheet.institution_name.empty(); }},
    {"master_user_id", FindingNumber::sheet_master_id_missing,
     [](const auto& sheet) { return !sheet.master_user_id.empty(); }},
    {"reset_user_id", FindingNumber::sheet_reset_id_missing,
     [](const auto& sheet) { return !sheet.reset_user_id.empty(); }},
}};

Answer answer_about(const MasterAccountSheet& sheet, Facts facts) {
  std::optional<FindingNumber> first;
  for (const FieldRow& field : kFields) {
    if (field.known(sheet)) continue;
    first = first.value_or(field.missing);
    facts.add("missing", std::string(field.name));
  }
  if (first) return raise(Verdict::fail, *first, facts);
  return good(
      facts.add("institution_code", sheet.institution_code).add("institution_name", sheet.institution_name));
}

Answer run(const Inquiry& inquiry, Environment slot) {
  auto found = inquiry.site.sheets.find(slot);
  if (found != inquiry.site.sheets.end()) {
    return answer_about(found->second, sheet_facts(found->second, slot));
  }
  return raise(Verdict::fail, FindingNumber::sheet_missing, {{"environment", std::string(name_of(slot))}});
}

}  // namespace

std::string sheet_complete_name(Environment environment) {
  return "sheet.complete." + std::string(name_of(environment));
}

Check sheet_complete_check(Environment environment) {
  return {.name = sheet_complete_name(environment),
          .question = FindingNumber::sheet_complete,
          .run = [environment](const Inquiry& inquiry) { return run(inquiry, environment); },
          .subject = std::string(name_of(environment))};
}

}  // namespace onshi
