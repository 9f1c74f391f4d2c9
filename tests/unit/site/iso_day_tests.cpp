// SPDX-License-Identifier: GPL-3.0-or-later
#include <boost/test/unit_test.hpp>

#include "probes/site/iso_day.h"
#include "probes/site/preparation.h"

using namespace onshi;

BOOST_AUTO_TEST_SUITE(iso_day_tests)

BOOST_AUTO_TEST_CASE(days_and_months_are_read_as_they_are_written) {
  for (const char* day : {"2026-11-21", "2024-02-29", "2000-02-29", "2099-12-31", "0001-01-01"}) {
    const auto parsed = parse_iso_day(day);
    BOOST_REQUIRE_MESSAGE(parsed.has_value(), day);
    BOOST_TEST(iso_day(*parsed) == day);
  }
  BOOST_TEST(iso_month(parse_iso_month("2026-04").value()) == "2026-04");
}

BOOST_AUTO_TEST_CASE(what_is_no_day_is_refused) {
  for (const char* text :
       {"", "2026-02-29", "2100-02-29", "2026-13-01", "2026-00-10", "2026-01-32", "2026-1-1", "2026/01/01",
        "2026-01-01T", " 2026-01-01", "２０２６-01-01", "-026-01-01", "2026-01-+1"}) {
    BOOST_TEST(!parse_iso_day(text), text);
  }
  for (const char* text : {"", "2026-13", "2026-00", "2026-1", "202604", "2026-04-01"}) {
    BOOST_TEST(!parse_iso_month(text), text);
  }
}

BOOST_AUTO_TEST_CASE(cases_payments_and_milestones_have_their_names) {
  for (const InstitutionCase one : all_institution_cases()) {
    BOOST_TEST((institution_case_named(name_of(one)) == one));
  }
  BOOST_TEST((fee_payment_named("2") == FeePayment::transfer));
  BOOST_TEST(!fee_payment_named("3"));
  BOOST_TEST((milestone_named("code_change") == Milestone::code_change));
  BOOST_TEST(!milestone_named("tomorrow"));
}

BOOST_AUTO_TEST_SUITE_END()
