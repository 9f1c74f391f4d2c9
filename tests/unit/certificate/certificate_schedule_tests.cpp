// SPDX-License-Identifier: GPL-3.0-or-later
#include <boost/test/unit_test.hpp>

#include "probes/certificate/certificate_schedule.h"

namespace onshi {
namespace {

using namespace std::chrono_literals;
using std::chrono::year_month_day;

std::vector<std::string> said(year_month_day last, const CertificateDates& dates = {}) {
  std::vector<std::string> all;
  for (const Deadline& each : deadlines(last, dates)) {
    const year_month_day day{each.day};
    all.push_back(each.what + " " + std::to_string(static_cast<int>(day.year())) + "-" +
                  std::to_string(static_cast<unsigned>(day.month())) + "-" +
                  std::to_string(static_cast<unsigned>(day.day())));
  }
  return all;
}

bool has(const std::vector<std::string>& all, const std::string& one) {
  return std::ranges::find(all, one) != all.end();
}

}  // namespace

BOOST_AUTO_TEST_SUITE(certificate_schedule_tests)

BOOST_AUTO_TEST_CASE(what_must_be_done_stands_in_the_order_of_its_days) {
  // 31 March 2027 is a Wednesday.
  const std::vector<std::string> expected{"renewal_opens 2026-12-31", "client_notice 2027-1-30",
                                          "client_notice 2027-3-1",   "client_notice 2027-3-16",
                                          "apply_by 2027-3-24",       "client_notice 2027-3-24",
                                          "renew_by 2027-3-31"};
  auto all = said(2027y / 3 / 31);
  std::ranges::sort(all.begin() + 4, all.begin() + 6);
  BOOST_TEST(all == expected, boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(a_last_day_on_which_nobody_works_moves_the_work_forward) {
  BOOST_TEST(
      has(said(2027y / 5 / 5), "renew_by 2027-4-30"));  // the holidays of May, after a Saturday and a Sunday
  BOOST_TEST(has(said(2027y / 1 / 3), "renew_by 2026-12-28"));  // the year's end
  BOOST_TEST(has(said(2027y / 5 / 5), "apply_by 2027-4-23"));
}

BOOST_AUTO_TEST_CASE(the_download_ends_180_days_after_the_application) {
  BOOST_TEST(
      has(said(2029y / 6 / 30, {.applied = 2026y / 4 / 1, .code_changed = {}}), "download_until 2026-9-28"));
  BOOST_TEST(!has(said(2029y / 6 / 30), "download_until 2026-9-28"));
}

BOOST_AUTO_TEST_CASE(an_old_code_ends_after_120_days_or_with_its_certificate) {
  const auto usual = said(2029y / 6 / 30, {.applied = {}, .code_changed = 2026y / 6 / 1});
  BOOST_TEST(has(usual, "old_code_until 2026-9-29"));
  BOOST_TEST(has(usual, "new_code_apply_by 2026-8-24"));
  const auto sooner = said(2026y / 7 / 31, {.applied = {}, .code_changed = 2026y / 6 / 1});
  BOOST_TEST(has(sooner, "old_code_until 2026-7-31"));
}

BOOST_AUTO_TEST_CASE(three_years_and_three_months_end_on_a_day_that_exists) {
  constexpr int kMonths = 39;
  const auto end = [](year_month_day first) { return year_month_day{end_of_life(first, kMonths)}; };
  BOOST_TEST((end(2026y / 4 / 1) == 2029y / 7 / 1));
  BOOST_TEST((end(2026y / 12 / 31) == 2030y / 3 / 31));
  BOOST_TEST((end(2024y / 11 / 30) == 2028y / 2 / 29));  // a leap year
  BOOST_TEST((end(2025y / 11 / 30) == 2029y / 2 / 28));
  BOOST_TEST((end(2028y / 2 / 29) == 2031y / 5 / 29));
  BOOST_TEST((end(2026y / 3 / 31) == 2029y / 6 / 30));
}

BOOST_AUTO_TEST_CASE(days_are_counted_over_leap_days_and_the_years_end) {
  const auto end = [](year_month_day applied) { return year_month_day{download_end(applied)}; };
  BOOST_TEST((end(2027y / 10 / 1) == 2028y / 3 / 29));  // over 29 February 2028
  BOOST_TEST((end(2026y / 10 / 1) == 2027y / 3 / 30));
  BOOST_TEST((end(2026y / 12 / 31) == 2027y / 6 / 29));
  const OldCodeDays leap = old_code_days(2027y / 12 / 1, std::nullopt);
  BOOST_TEST((leap.until == std::chrono::sys_days{2028y / 3 / 30}));
  const OldCodeDays winter = old_code_days(2026y / 9 / 15, std::nullopt);
  BOOST_TEST((winter.until == std::chrono::sys_days{2027y / 1 / 13}));
  // 31 days before that is a Sunday; five working days before it.
  BOOST_TEST((winter.apply_by == std::chrono::sys_days{2026y / 12 / 7}));
  const OldCodeDays new_year = old_code_days(2026y / 10 / 10, std::nullopt);
  BOOST_TEST((new_year.until == std::chrono::sys_days{2027y / 2 / 7}));
  // Counted back from 7 January over the closing of the year.
  BOOST_TEST((new_year.apply_by == std::chrono::sys_days{2026y / 12 / 25}));
}

BOOST_AUTO_TEST_CASE(beyond_the_calendar_no_working_day_is_made_up) {
  for (const std::string& each : said(9999y / 12 / 31)) BOOST_TEST(!each.starts_with("renew_by"), each);
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace onshi
