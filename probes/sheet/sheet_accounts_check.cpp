// SPDX-License-Identifier: GPL-3.0-or-later
#include "probes/sheet/sheet_accounts_check.h"

#include "probes/sheet/sheet_complete_check.h"
#include "probes/sheet/sheet_facts.h"
#include "probes/sheet/sheet_form.h"
#include "probes/sheet/typed_sheet.h"
#include "probes/site/text.h"

namespace onshi {
namespace {

/// A typed sheet leaves the fixed name out, which is no deviation.
bool is_usual_name(const std::string& name) {
  return name.empty() || folded_name(name) == folded_name(sheet_form().user_name);
}

Answer run(const Inquiry& inquiry, Environment slot) {
  const MasterAccountSheet& sheet = sheet_of(inquiry.site, slot);
  Facts facts = sheet_facts(sheet, slot);
  facts.add("master_user_id_end", end_of(sheet.master_user_id));
  facts.add("reset_user_id_end", end_of(sheet.reset_user_id));
  if (!is_user_id(sheet.master_user_id)) {
    return raise(Verdict::fail, FindingNumber::master_id_characters, facts);
  }
  if (!is_user_id(sheet.reset_user_id)) {
    return raise(Verdict::fail, FindingNumber::reset_id_characters, facts);
  }
  if (sheet.master_user_id == sheet.reset_user_id) {
    return raise(Verdict::fail, FindingNumber::sheet_ids_equal, facts);
  }
  if (is_usual_name(sheet.master_user_name)) return good(facts);
  facts.add("master_user_name", sheet.master_user_name);
  return raise(Verdict::attention, FindingNumber::user_name_unusual, facts);
}

}  // namespace

Check sheet_accounts_check(Environment environment) {
  return {.name = "sheet.accounts." + std::string(name_of(environment)),
          .question = FindingNumber::sheet_accounts,
          .needs = {sheet_complete_name(environment)},
          .run = [environment](const Inquiry& inquiry) { return run(inquiry, environment); },
          .subject = std::string(name_of(environment))};
}

}  // namespace onshi
