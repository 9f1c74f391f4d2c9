// SPDX-License-Identifier: GPL-3.0-or-later
#include "probes/sheet/sheet_confirmed_check.h"

#include "probes/sheet/sheet_complete_check.h"
#include "probes/sheet/sheet_facts.h"

namespace onshi {

Answer confirmation_of(const MasterAccountSheet& sheet) {
  Facts facts{{"file", sheet.file}};
  if (sheet.page > 0) facts.add("page", sheet.page);
  if (sheet.unconfirmed.empty()) return good(facts);
  for (const SheetEntry entry : sheet.unconfirmed) facts.add("unconfirmed", std::string(name_of(entry)));
  return raise(Verdict::attention, FindingNumber::sheet_not_confirmed, facts);
}

Check sheet_confirmed_check(Environment environment) {
  return {.name = "sheet.confirmed." + std::string(name_of(environment)),
          .question = kConfirmedQuestion,
          .needs = {sheet_complete_name(environment)},
          .run = [environment](
                     const Inquiry& inquiry) { return confirmation_of(sheet_of(inquiry.site, environment)); },
          .subject = std::string(name_of(environment))};
}

}  // namespace onshi
