// SPDX-License-Identifier: GPL-3.0-or-later
#include "probes/sheet/sheet_checks.h"

#include "probes/sheet/sheet_accounts_check.h"
#include "probes/sheet/sheet_code_check.h"
#include "probes/sheet/sheet_complete_check.h"
#include "probes/sheet/sheet_confirmed_check.h"
#include "probes/sheet/sheet_environment_check.h"
#include "probes/sheet/sheet_password_check.h"
#include "probes/sheet/sheets_agree_check.h"
#include "probes/sheet/sheets_separate_check.h"

namespace onshi {

std::vector<Check> sheet_checks(const Site& site, const Profile&) {
  std::vector<Check> checks;
  for (Environment environment : {Environment::production, Environment::verification}) {
    checks.push_back(sheet_confirmed_check(environment));  // rows stand in the order of their numbers
    checks.push_back(sheet_complete_check(environment));
    checks.push_back(sheet_environment_check(environment));
    if (site.institution.kind == InstitutionKind::institution_code) {
      checks.push_back(sheet_code_check(environment));
    }
    checks.push_back(sheet_accounts_check(environment));
    checks.push_back(sheet_password_check(environment));
  }
  checks.push_back(sheets_separate_check());
  checks.push_back(sheets_agree_check());
  return checks;
}

}  // namespace onshi
