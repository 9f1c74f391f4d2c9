// SPDX-License-Identifier: GPL-3.0-or-later
// Days planned back and forward, over holidays and the year's end. The holidays of 2024 to 2026 are those
// that the Cabinet Office published.
#include <algorithm>

#include <boost/test/unit_test.hpp>

#include "probes/site/iso_day.h"
#include "tests/unit/preparation/office.h"

namespace onshi {
namespace {

using namespace onshi::test;
using enum Milestone;

std::string text_of(const DayPlan::Day& day) { return day ? iso_day(*day) : "-"; }

}  // namespace

BOOST_FIXTURE_TEST_SUITE(day_plan_tests, Office)

BOOST_AUTO_TEST_CASE(spans_are_working_days_days_or_months) {
  struct Row {
    const char* from;
    Span span;
    const char* after;
    const char* before;
  };
  const Row rows[] = {{"2026-11-20", {5, 0, 0}, "2026-11-30", "2026-11-13"},  // 23 November is a holiday
                      {"2024-12-27", {5, 0, 0}, "2025-01-10", "2024-12-20"},  // the year's end
                      {"2026-09-18", {5, 0, 0}, "2026-09-30", "2026-09-11"},  // three days on end
                      {"2025-05-02", {5, 0, 0}, "2025-05-13", "2025-04-24"},
                      {"2024-02-29", {0, 0, 12}, "2025-02-28", "2023-02-28"},
                      {"2026-01-31", {0, 0, 1}, "2026-02-28", "2025-12-31"},
                      {"2026-03-31", {0, 0, 5}, "2026-08-31", "2025-10-31"},
                      {"2026-06-01", {0, 120, 0}, "2026-09-29", "2026-02-01"},
                      {"2023-12-31", {0, 60, 0}, "2024-02-29", "2023-11-01"},
                      {"2026-06-01", {0, 0, 0}, "2026-06-01", "2026-06-01"}};
  for (const Row& row : rows) {
    BOOST_TEST(text_of(day_after(day(row.from), row.span)) == row.after, row.from);
    BOOST_TEST(text_of(day_before(day(row.from), row.span)) == row.before, row.from);
  }
}

BOOST_AUTO_TEST_CASE(everything_is_planned_back_from_the_installation) {
  planned(installation, "2026-12-21");
  BOOST_TEST(text_of(plan().due(certificate_application)) == "2026-12-14");
  BOOST_TEST(text_of(plan().due(application)) == "2026-12-07");
  BOOST_TEST(text_of(plan().due(vendor_order)) == "2026-11-20");  // the 21st is a Saturday
  BOOST_TEST(text_of(plan().due(reader_order)) == "2026-07-21");
  BOOST_TEST(text_of(plan().expected(master_account)) == "2026-11-10");  // if it is applied for today
  BOOST_TEST(plan().late(application) == 0);
  BOOST_TEST(plan().late(reader_order) > 60);
}

BOOST_AUTO_TEST_CASE(without_an_installation_day_nothing_is_due) {
  for (const Milestone what : {reader_order, vendor_order, application, certificate_application}) {
    BOOST_TEST(text_of(plan().due(what)) == "-");
    BOOST_TEST(plan().late(what) == 0);
  }
}

BOOST_AUTO_TEST_CASE(what_is_done_moves_what_follows) {
  planned(installation, "2026-12-21");
  done(application, "2026-11-02");
  BOOST_TEST(text_of(plan().expected(master_account)) == "2026-11-10");  // 3 November is a holiday
  BOOST_TEST(plan().late(application) == 0);
  done(certificate_application, "2026-11-10");
  BOOST_TEST(text_of(plan().expected(certificate_notice)) == "2026-11-17");
  BOOST_TEST(text_of(plan().expected(download_end)) == "2027-05-09");
  BOOST_TEST(text_of(plan().expected(certificate_renewal)) == "2030-02-17");
}

BOOST_AUTO_TEST_CASE(the_earliest_installation_is_the_sum_of_what_is_left) {
  BOOST_TEST(text_of(plan().earliest_installation()) == "2026-11-18");
  done(application, "2026-10-20");
  done(master_account, "2026-10-27");
  BOOST_TEST(text_of(plan().earliest_installation()) == "2026-11-11");
  done(certificate_application, "2026-10-28");
  done(certificate_notice, "2026-11-02");
  BOOST_TEST(text_of(plan().earliest_installation()) == "2026-11-04");
  planned(reader_arrival, "2026-11-25");
  BOOST_TEST(text_of(plan().earliest_installation()) == "2026-11-25");
  done(installation, "2026-11-25");
  BOOST_TEST(text_of(plan().earliest_installation()) == "-");
}

BOOST_AUTO_TEST_CASE(a_new_code_has_120_days_and_up_to_a_month_before_the_certificate) {
  only(InstitutionCase::code_change);
  done(code_change, "2026-10-01");
  BOOST_TEST(text_of(plan().expected(new_code_known)) == "2026-11-01");
  BOOST_TEST(text_of(plan().expected(old_certificate_end)) == "2027-01-29");
  BOOST_TEST(text_of(plan().due(installation)) == "2027-01-29");
  BOOST_TEST(text_of(plan().due(certificate_application)) == "2027-01-22");
  planned(code_change, "2026-12-01");
  BOOST_TEST(text_of(plan().earliest_installation()) == "2027-01-12");
}

BOOST_AUTO_TEST_CASE(a_new_line_is_registered_five_working_days_before_the_old_one_ends) {
  only(InstitutionCase::line_change);
  planned(line_removal, "2026-11-30");
  BOOST_TEST(text_of(plan().due(customer_id_change)) == "2026-11-20");
  BOOST_TEST(text_of(plan().due(application)) == "-");
}

BOOST_AUTO_TEST_CASE(a_new_institution_is_installed_before_it_opens) {
  only(InstitutionCase::new_with_reception_number);
  planned(opening, "2027-01-04");
  BOOST_TEST(text_of(plan().due(installation)) == "2027-01-04");
  BOOST_TEST(text_of(plan().due(certificate_application)) == "2026-12-22");
}

BOOST_AUTO_TEST_CASE(lateness_counts_working_days_and_is_at_least_one) {
  planned(installation, "2026-11-09");
  BOOST_TEST(text_of(plan().due(certificate_application)) == "2026-10-30");
  today("2026-10-30");
  BOOST_TEST(plan().late(certificate_application) == 0);
  today("2026-10-31");  // a Saturday: no working day since, and late all the same
  BOOST_TEST(plan().late(certificate_application) == 1);
  today("2026-11-04");
  BOOST_TEST(plan().late(certificate_application) == 2);
}

BOOST_AUTO_TEST_CASE(the_list_is_in_order_and_says_what_each_day_is) {
  planned(installation, "2026-12-21");
  done(application, "2026-11-02");
  const auto lines = plan().all();
  BOOST_TEST(std::ranges::is_sorted(lines, {}, &PlannedDay::day));
  const auto meaning_of = [&](Milestone what) {
    const auto found = std::ranges::find(lines, what, &PlannedDay::what);
    return found == lines.end() ? std::string("-") : std::string(name_of(found->meaning));
  };
  BOOST_TEST(meaning_of(application) == "done");
  BOOST_TEST(meaning_of(installation) == "planned");
  BOOST_TEST(meaning_of(vendor_order) == "due");
  BOOST_TEST(meaning_of(master_account) == "expected");
  BOOST_TEST(meaning_of(earliest_installation) == "earliest");
  BOOST_TEST(meaning_of(opening) == "-");
}

BOOST_AUTO_TEST_CASE(what_happened_before_a_step_that_is_done_is_neither_due_nor_expected) {
  planned(installation, "2026-11-20");
  done(certificate_application, "2026-10-26");
  BOOST_TEST(plan().has_happened(application));
  BOOST_TEST(plan().has_happened(master_account));
  BOOST_TEST(!plan().has_happened(certificate_notice));
  BOOST_TEST(text_of(plan().earliest_installation()) == "2026-11-04");  // not from an application of today
  const auto lines = plan().all();
  for (const Milestone what : {application, master_account}) {
    BOOST_TEST(std::ranges::count(lines, what, &PlannedDay::what) == 0, name_of(what));
  }
}

BOOST_AUTO_TEST_CASE(an_installation_of_a_case_that_has_no_such_step_tells_nothing_of_it) {
  only(InstitutionCase::line_change);
  done(installation, "2026-11-01");
  BOOST_TEST(!plan().has_happened(application));
}

BOOST_AUTO_TEST_CASE(beyond_the_calendar_nothing_is_promised) {
  planned(installation, "2099-12-31");
  BOOST_CHECK_NO_THROW(static_cast<void>(plan().all()));
  today("2099-12-30");
  BOOST_CHECK_NO_THROW(static_cast<void>(plan().all()));
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace onshi
