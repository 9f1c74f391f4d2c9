// SPDX-License-Identifier: GPL-3.0-or-later
#include <boost/test/unit_test.hpp>

#include "tests/unit/preparation/office.h"

namespace onshi {
namespace {

using namespace onshi::test;
using enum Milestone;
using Number = FindingNumber;

constexpr Number kGood = Number::preparation_dates;

}  // namespace

BOOST_FIXTURE_TEST_SUITE(date_checks_tests, Office)

BOOST_AUTO_TEST_CASE(the_installation_day_is_wanted_and_must_be_possible) {
  const char* check = "preparation.dates.installation";
  BOOST_TEST((ask_for(check).number == Number::installation_day_missing));
  planned(installation, "2026-11-17");
  const Finding early = ask_for(check);
  BOOST_TEST((early.number == Number::installation_too_early));
  BOOST_TEST(early.facts.value("earliest_day").value_or("") == "2026-11-18");
  planned(installation, "2026-11-18");
  BOOST_TEST((ask_for(check).number == kGood));
}

BOOST_AUTO_TEST_CASE(each_term_that_is_missed_has_its_number_and_says_by_how_much) {
  struct Row {
    Milestone what;
    const char* check;
    Number number;
    Verdict verdict = Verdict::fail;
  };
  const Row rows[] = {
      {reader_order, "reader_order", Number::reader_order_late, Verdict::attention},  // no official source
      {vendor_order, "vendor_order", Number::vendor_order_late, Verdict::attention},
      {application, "application", Number::application_late},
      {certificate_application, "certificate_application", Number::certificate_application_late}};
  planned(installation, "2026-11-05");
  for (const Row& row : rows) {
    const std::string check = std::string("preparation.dates.") + row.check;
    const Finding late = ask_for(check);
    BOOST_TEST((late.number == row.number), row.check);
    BOOST_TEST((late.verdict == row.verdict), row.check);
    BOOST_TEST(late.facts.value("late_working_days").has_value(), row.check);
    done(row.what, "2026-10-30");
    BOOST_TEST((ask_for(check).number == kGood), row.check);
  }
}

BOOST_AUTO_TEST_CASE(a_new_customer_id_is_late_when_the_old_line_goes_first) {
  only(InstitutionCase::line_change);
  planned(line_removal, "2026-11-04");
  const Finding late = ask_for("preparation.dates.customer_id_change");
  BOOST_TEST((late.number == Number::customer_id_change_late));
  planned(line_removal, "2026-11-30");
  BOOST_TEST((ask_for("preparation.dates.customer_id_change").number == kGood));
}

BOOST_AUTO_TEST_CASE(without_the_day_it_is_counted_from_a_term_is_unknown) {
  struct Row {
    InstitutionCase which;
    const char* check;
    Milestone from;
    Milestone what;
  };
  const Row rows[] = {
      {InstitutionCase::code_change, "old_certificate_end", code_change, installation},
      {InstitutionCase::succession_of_application, "old_certificate_end", code_change, installation},
      {InstitutionCase::line_change, "customer_id_change", line_removal, customer_id_change}};
  for (const Row& row : rows) {
    only(row.which);
    const std::string check = std::string("preparation.dates.") + row.check;
    site().preparation.days.clear();
    const Finding missing = ask_for(check);
    BOOST_TEST((missing.number == Number::reference_day_missing), row.check);
    BOOST_TEST((missing.verdict == Verdict::unknown), row.check);
    BOOST_TEST(missing.facts.value("reference_day").value_or("") ==
               "milestone_" + std::string(name_of(row.from)));
    planned(row.from, "2026-11-30");
    BOOST_TEST((ask_for(check).number == kGood), row.check);
    site().preparation.days.clear();
    done(row.what, "2026-11-02");
    BOOST_TEST((ask_for(check).number == kGood), row.check);
  }
}

BOOST_AUTO_TEST_CASE(a_step_is_done_when_one_is_that_cannot_be_before_it) {
  const std::pair<const char*, Milestone> rows[] = {{"reader_order", reader_arrival},
                                                    {"vendor_order", installation},
                                                    {"application", master_account},
                                                    {"application", certificate_application},
                                                    {"certificate_application", certificate_notice},
                                                    {"certificate_application", installation}};
  for (const auto& [check, later] : rows) {
    site().preparation.days.clear();
    planned(installation, "2026-11-05");
    BOOST_TEST((ask_for(std::string("preparation.dates.") + check).verdict != Verdict::ok), check);
    done(later, "2026-11-02");
    BOOST_TEST((ask_for(std::string("preparation.dates.") + check).verdict == Verdict::ok), check);
  }
  site().preparation.days.clear();
  done(application, "2026-10-01");
  BOOST_TEST((ask_for("preparation.dates.master_account").number == Number::master_account_overdue));
  done(certificate_application, "2026-10-30");
  BOOST_TEST((ask_for("preparation.dates.master_account").number == kGood));
}

BOOST_AUTO_TEST_CASE(sheets_are_asked_for_after_a_week) {
  const char* check = "preparation.dates.master_account";
  BOOST_TEST((ask_for(check).number == kGood));
  done(application, "2026-10-26");
  BOOST_TEST((ask_for(check).number == kGood));
  today("2026-11-03");
  BOOST_TEST((ask_for(check).number == Number::master_account_overdue));
  done(master_account, "2026-11-02");
  BOOST_TEST((ask_for(check).number == kGood));
}

BOOST_AUTO_TEST_CASE(a_holiday_week_gives_the_sheets_longer) {
  done(application, "2026-12-28");
  today("2027-01-05");  // eight days, and two working days
  BOOST_TEST((ask_for("preparation.dates.master_account").number == kGood));
}

BOOST_AUTO_TEST_CASE(the_notice_is_asked_for_a_working_day_after_it_was_expected) {
  const char* check = "preparation.dates.certificate_notice";
  done(certificate_application, "2026-10-26");  // expected on 2 November
  today("2026-11-04");
  BOOST_TEST((ask_for(check).number == kGood));
  today("2026-11-05");
  BOOST_TEST((ask_for(check).number == Number::certificate_notice_overdue));
  done(certificate_notice, "2026-11-05");
  BOOST_TEST((ask_for(check).number == kGood));
}

BOOST_AUTO_TEST_CASE(an_old_certificate_is_warned_of_from_day_60_and_urgently_from_day_80) {
  only(InstitutionCase::code_change);
  const char* check = "preparation.dates.old_certificate_end";
  done(code_change, "2026-06-01");
  const std::pair<const char*, Number> rows[] = {{"2026-07-30", kGood},
                                                 {"2026-07-31", Number::old_certificate_half_gone},
                                                 {"2026-08-19", Number::old_certificate_half_gone},
                                                 {"2026-08-20", Number::old_certificate_urgent},
                                                 {"2026-09-29", Number::old_certificate_urgent},
                                                 {"2026-09-30", Number::old_certificate_ended}};
  for (const auto& [on, number] : rows) {
    today(on);
    BOOST_TEST((ask_for(check).number == number), on);
  }
  BOOST_TEST((ask_for(check).verdict == Verdict::fail));
  done(installation, "2026-09-01");
  BOOST_TEST((ask_for(check).number == kGood));
}

BOOST_AUTO_TEST_CASE(a_download_ends_180_days_after_the_application) {
  const char* check = "preparation.dates.download_end";
  done(certificate_application, "2026-04-01");  // until 28 September
  const std::pair<const char*, Number> rows[] = {{"2026-09-13", kGood},
                                                 {"2026-09-14", Number::planned_download_ends_soon},
                                                 {"2026-09-28", Number::planned_download_ends_soon},
                                                 {"2026-09-29", Number::planned_download_ended}};
  for (const auto& [on, number] : rows) {
    today(on);
    BOOST_TEST((ask_for(check).number == number), on);
    BOOST_TEST((ask_for(check).verdict != Verdict::fail), on);  // no official source names the 180 days
  }
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace onshi
