// SPDX-License-Identifier: GPL-3.0-or-later
#include "probes/sheet/sheets_separate_check.h"

#include "probes/sheet/sheet_environment_check.h"
#include "probes/sheet/sheet_facts.h"

namespace onshi {
namespace {

Answer run(const Inquiry& inquiry) {
  const MasterAccountSheet& production = sheet_of(inquiry.site, Environment::production);
  const MasterAccountSheet& verification = sheet_of(inquiry.site, Environment::verification);
  const bool masters = production.master_user_id == verification.master_user_id;
  const bool resets = production.reset_user_id == verification.reset_user_id;
  const Facts facts{{"production_user_id_end", end_of(production.master_user_id)},
                    {"verification_user_id_end", end_of(verification.master_user_id)}};
  if (masters && resets) return raise(Verdict::fail, FindingNumber::sheets_alike, facts);
  if (masters) return raise(Verdict::attention, FindingNumber::master_ids_equal, facts);
  if (resets) return raise(Verdict::attention, FindingNumber::reset_ids_equal, facts);
  return good(facts);
}

}  // namespace

Check sheets_separate_check() {
  return {.name = "sheets.separate",
          .question = FindingNumber::sheets_separate,
          .needs = {sheet_environment_name(Environment::production),
                    sheet_environment_name(Environment::verification)},
          .run = run};
}

}  // namespace onshi
