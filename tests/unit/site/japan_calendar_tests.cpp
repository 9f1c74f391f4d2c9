// SPDX-License-Identifier: GPL-3.0-or-later
#include <boost/test/unit_test.hpp>
#include <fmt/format.h>

#include "probes/site/japan_calendar.h"
#include "probes/site/japan_time.h"

namespace onshi {
namespace {

using namespace std::chrono;

struct Published {
  int year;
  const char* days;
};

// 「国民の祝日・休日」 as 内閣府 publishes them (syukujitsu.csv of www8.cao.go.jp/chosei/shukujitsu, read in
// 2026): with the moved days of 2019 to 2021, and the equinoxes as announced.
const Published kPublished[] = {
    {2015, "1/1 1/12 2/11 3/21 4/29 5/3 5/4 5/5 5/6 7/20 9/21 9/22 9/23 10/12 11/3 11/23 12/23"},
    {2016, "1/1 1/11 2/11 3/20 3/21 4/29 5/3 5/4 5/5 7/18 8/11 9/19 9/22 10/10 11/3 11/23 12/23"},
    {2017, "1/1 1/2 1/9 2/11 3/20 4/29 5/3 5/4 5/5 7/17 8/11 9/18 9/23 10/9 11/3 11/23 12/23"},
    {2018,
     "1/1 1/8 2/11 2/12 3/21 4/29 4/30 5/3 5/4 5/5 7/16 8/11 9/17 9/23 9/24 10/8 11/3 11/23 12/23 12/24"},
    {2019,
     "1/1 1/14 2/11 3/21 4/29 4/30 5/1 5/2 5/3 5/4 5/5 5/6 7/15 8/11 8/12 9/16 9/23 10/14 10/22 11/3 11/4 "
     "11/23"},
    {2020, "1/1 1/13 2/11 2/23 2/24 3/20 4/29 5/3 5/4 5/5 5/6 7/23 7/24 8/10 9/21 9/22 11/3 11/23"},
    {2021, "1/1 1/11 2/11 2/23 3/20 4/29 5/3 5/4 5/5 7/22 7/23 8/8 8/9 9/20 9/23 11/3 11/23"},
    {2022, "1/1 1/10 2/11 2/23 3/21 4/29 5/3 5/4 5/5 7/18 8/11 9/19 9/23 10/10 11/3 11/23"},
    {2023, "1/1 1/2 1/9 2/11 2/23 3/21 4/29 5/3 5/4 5/5 7/17 8/11 9/18 9/23 10/9 11/3 11/23"},
    {2024,
     "1/1 1/8 2/11 2/12 2/23 3/20 4/29 5/3 5/4 5/5 5/6 7/15 8/11 8/12 9/16 9/22 9/23 10/14 11/3 11/4 11/23"},
    {2025, "1/1 1/13 2/11 2/23 2/24 3/20 4/29 5/3 5/4 5/5 5/6 7/21 8/11 9/15 9/23 10/13 11/3 11/23 11/24"},
    {2026, "1/1 1/12 2/11 2/23 3/20 4/29 5/3 5/4 5/5 5/6 7/20 8/11 9/21 9/22 9/23 10/12 11/3 11/23"},
    {2027, "1/1 1/11 2/11 2/23 3/21 3/22 4/29 5/3 5/4 5/5 7/19 8/11 9/20 9/23 10/11 11/3 11/23"},
};

std::string computed(int number) {
  std::string all;
  for (sys_days day = sys_days{year{number} / 1 / 1}; day < sys_days{year{number + 1} / 1 / 1};
       day += days{1}) {
    const year_month_day date{day};
    if (!holiday_on(date)) continue;
    all += fmt::format("{}{}/{}", all.empty() ? "" : " ", static_cast<unsigned>(date.month()),
                       static_cast<unsigned>(date.day()));
  }
  return all;
}

year_month_day date(const char* text) {
  return japan_day(parse_iso_time(std::string(text) + "T12:00:00+09:00").value());
}

std::string written(const std::optional<year_month_day>& day) {
  if (!day) return "beyond";
  return iso_date(sys_days{*day});
}

}  // namespace

BOOST_AUTO_TEST_SUITE(japan_calendar_tests)

BOOST_AUTO_TEST_CASE(the_holidays_are_those_that_are_published) {
  for (const Published& row : kPublished) BOOST_TEST(computed(row.year) == row.days, row.year);
}

BOOST_AUTO_TEST_CASE(each_holiday_says_why_the_day_is_free) {
  const std::pair<const char*, Holiday> table[]{
      {"2026-05-06", Holiday::substitute},  // 3 May was a Sunday, 4 and 5 May are holidays
      {"2026-09-22", Holiday::between},        {"2026-09-21", Holiday::respect_for_the_aged},
      {"2019-04-30", Holiday::between},        {"2019-05-01", Holiday::accession},
      {"2019-10-22", Holiday::enthronement},   {"2019-08-12", Holiday::substitute},
      {"2020-07-24", Holiday::sports},         {"2021-08-08", Holiday::mountain},
      {"2021-08-09", Holiday::substitute},     {"2024-09-23", Holiday::substitute},
      {"2018-12-23", Holiday::emperor},        {"2020-02-23", Holiday::emperor},
      {"2027-03-21", Holiday::vernal_equinox}, {"2032-09-21", Holiday::between},
      {"2099-11-23", Holiday::labour}};
  for (const auto& [day, expected] : table) {
    BOOST_TEST_CONTEXT(day) { BOOST_TEST(name_of(holiday_on(date(day)).value()) == name_of(expected)); }
  }
}

BOOST_AUTO_TEST_CASE(days_that_used_to_be_holidays_are_none) {
  for (const char* day : {"2019-12-23", "2019-02-23", "2015-08-11", "2020-07-20", "2020-10-12", "2021-08-11",
                          "2021-10-11", "2020-05-01", "2026-12-23", "2028-02-29"}) {
    BOOST_TEST(!holiday_on(date(day)).has_value(), day);
  }
}

BOOST_AUTO_TEST_CASE(every_year_of_the_calendar_has_its_sixteen_holidays) {
  for (int number = 2022; number <= 2099; ++number) {
    int named = 0;
    for (sys_days day = sys_days{year{number} / 1 / 1}; day <= sys_days{year{number} / 12 / 31};
         day += days{1}) {
      const auto holiday = holiday_on(day);
      named += holiday && *holiday != Holiday::substitute && *holiday != Holiday::between ? 1 : 0;
    }
    BOOST_TEST(named == 16, number);
  }
}

BOOST_AUTO_TEST_CASE(no_sunday_holiday_is_lost) {
  for (sys_days day = sys_days{year{2022} / 1 / 1}; day <= sys_days{year{2099} / 12 / 20}; day += days{1}) {
    if (!holiday_on(day) || weekday{day} != Sunday) continue;
    sys_days after = day + days{1};
    while (holiday_on(after) && holiday_on(after) != Holiday::substitute) after += days{1};
    BOOST_TEST((holiday_on(after) == Holiday::substitute), iso_date(day));
  }
}

BOOST_AUTO_TEST_CASE(the_year_ends_on_29_december_and_begins_on_4_january) {
  for (const char* day : {"2026-12-29", "2026-12-31", "2027-01-01", "2027-01-03"}) {
    BOOST_TEST(is_year_end(date(day)), day);
    BOOST_TEST(!is_working_day(date(day)), day);
  }
  for (const char* day : {"2026-12-28", "2027-01-04"}) {
    BOOST_TEST(!is_year_end(date(day)), day);
    BOOST_TEST(is_working_day(date(day)), day);
  }
}

BOOST_AUTO_TEST_CASE(working_days_are_counted_over_holidays_and_the_years_end) {
  struct Row {
    const char* from;
    int count;
    const char* there;
  };
  for (const Row& row : {Row{"2026-11-20", 1, "2026-11-24"},   // weekend and 勤労感謝の日
                         Row{"2026-12-28", 1, "2027-01-04"},   // the year's end
                         Row{"2026-12-25", 5, "2027-01-07"},   //
                         Row{"2027-01-04", -1, "2026-12-28"},  //
                         Row{"2026-05-01", 1, "2026-05-07"},   // Golden Week with its substitute day
                         Row{"2026-09-18", 1, "2026-09-24"},   // three holidays in a row
                         Row{"2028-02-28", 1, "2028-02-29"},   // leap day
                         Row{"2028-02-29", 1, "2028-03-01"},   //
                         Row{"2027-02-26", 1, "2027-03-01"},   // none
                         Row{"2100-01-01", 1, "beyond"},       //
                         Row{"2099-12-31", 1, "beyond"},       //
                         Row{"2007-01-01", -1, "beyond"},      //
                         Row{"2026-11-22", 0, "2026-11-22"}}) {
    BOOST_TEST(written(working_days_from(date(row.from), row.count)) == row.there, row.from);
  }
}

BOOST_AUTO_TEST_CASE(what_is_counted_forth_is_counted_back) {
  for (const char* from : {"2026-12-24", "2026-12-31", "2028-02-28", "2026-05-03", "2026-11-22"}) {
    for (int count = -30; count <= 30; ++count) {
      const auto there = working_days_from(date(from), count);
      BOOST_TEST((working_days_between(date(from), there.value()) == count), from << " " << count);
    }
  }
  BOOST_TEST(!working_days_between(date("2026-01-01"), date("2100-01-04")).has_value());
}

BOOST_AUTO_TEST_CASE(the_day_is_the_one_in_japan) {
  // 15:00 UTC is midnight in Japan.
  const auto evening = sys_days{year{2026} / 12 / 28} + 14h + 59min;
  BOOST_TEST(is_working_day(japan_day(evening)));
  BOOST_TEST(is_year_end(japan_day(evening + 1min)));
}

BOOST_AUTO_TEST_CASE(what_is_no_day_is_nothing) {
  const year_month_day none = year{2027} / 2 / 29;
  BOOST_TEST(!in_calendar(none));
  BOOST_TEST(!holiday_on(none).has_value());
  BOOST_TEST(!is_working_day(none));
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace onshi
