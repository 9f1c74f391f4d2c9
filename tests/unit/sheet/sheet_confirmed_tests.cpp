// SPDX-License-Identifier: GPL-3.0-or-later
#include <boost/test/unit_test.hpp>

#include "probes/sheet/sheet_complete_check.h"
#include "probes/sheet/sheet_confirmed_check.h"
#include "tests/unit/support/ask.h"

namespace onshi {
namespace {

MasterAccountSheet whole_sheet() {
  MasterAccountSheet sheet;
  sheet.environment = Environment::production;
  sheet.institution_code = "0110113719";
  sheet.institution_name = "架空医院";
  sheet.master_user_id = "M1";
  sheet.reset_user_id = "R1";
  sheet.file = "scan.pdf";
  sheet.page = 2;
  return sheet;
}

Finding finding_about(const MasterAccountSheet& sheet) {
  test::Situation situation;
  situation.site.sheets[Environment::production] = sheet;
  const Run run = test::run_all(
      {sheet_complete_check(Environment::production), sheet_confirmed_check(Environment::production)},
      situation);
  return *run.of("sheet.confirmed.production");
}

}  // namespace

BOOST_AUTO_TEST_SUITE(sheet_confirmed_tests)

BOOST_AUTO_TEST_CASE(a_sheet_of_real_text_needs_no_confirmation) {
  BOOST_TEST((finding_about(whole_sheet()).verdict == Verdict::ok));
}

BOOST_AUTO_TEST_CASE(the_fields_that_wait_are_named_but_not_what_they_hold) {
  MasterAccountSheet sheet = whole_sheet();
  sheet.unconfirmed = {SheetEntry::institution_code, SheetEntry::reset_user_id};
  const Finding finding = finding_about(sheet);
  BOOST_TEST((finding.verdict == Verdict::attention));
  BOOST_TEST((finding.number == FindingNumber::sheet_not_confirmed));
  std::vector<std::string> named;
  for (const Fact& fact : finding.facts.all()) {
    if (fact.key == "unconfirmed") named.push_back(fact.value);
    BOOST_TEST(fact.value.find("R1") == std::string::npos);
  }
  BOOST_TEST((named == std::vector<std::string>{"institution_code", "reset_user_id"}));
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace onshi
