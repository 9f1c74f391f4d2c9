// SPDX-License-Identifier: GPL-3.0-or-later
#include <boost/test/unit_test.hpp>

#include "probes/site/japan_time.h"

using namespace onshi;
using namespace std::chrono;

namespace {

struct Row {
  system_clock::time_point time;
  const char* text;
};

const Row kRows[] = {
    {sys_days{year{2026} / 11 / 20} + 22h + 30min, "2026-11-21T07:30:00+09:00"},
    {sys_days{year{2026} / 12 / 31} + 15h, "2027-01-01T00:00:00+09:00"},
    {sys_days{year{2026} / 12 / 31} + 14h + 59min + 59s, "2026-12-31T23:59:59+09:00"},
    {sys_days{year{2028} / 2 / 28} + 15h, "2028-02-29T00:00:00+09:00"},
    {system_clock::time_point{}, "1970-01-01T09:00:00+09:00"},
    {sys_days{year{1969} / 12 / 31} + 14h, "1969-12-31T23:00:00+09:00"},
};

}  // namespace

BOOST_AUTO_TEST_SUITE(japan_time_tests)

BOOST_AUTO_TEST_CASE(times_are_written_as_in_japan_and_read_back) {
  for (const Row& row : kRows) {
    BOOST_TEST_CONTEXT(row.text) {
      BOOST_TEST(iso_time(row.time) == row.text);
      BOOST_TEST(iso_date(row.time) == std::string(row.text).substr(0, 10));
      BOOST_TEST((parse_iso_time(row.text) == row.time));
    }
  }
}

BOOST_AUTO_TEST_CASE(parts_of_a_second_are_left_out) {
  BOOST_TEST(iso_time(system_clock::time_point{999ms}) == "1970-01-01T09:00:00+09:00");
  BOOST_TEST(iso_time(system_clock::time_point{-1ms}) == "1970-01-01T08:59:59+09:00");
}

BOOST_AUTO_TEST_CASE(only_this_one_form_is_read) {
  for (const char* text :
       {"", "2026-11-21", "2026-11-21T07:30:00", "2026-11-21T07:30:00Z", "2026-11-21T07:30:00+00:00",
        "2026-11-21 07:30:00+09:00", "2026-11-21T07:30:00+09:00 ", "2026-13-01T00:00:00+09:00",
        "2026-00-01T00:00:00+09:00", "2026-02-29T00:00:00+09:00", "2026-11-21T24:00:00+09:00",
        "2026-11-21T23:60:00+09:00", "2026-11-21T23:59:60+09:00", "-026-11-21T07:30:00+09:00",
        "2026-1a-21T07:30:00+09:00"}) {
    BOOST_TEST_CONTEXT(text) { BOOST_TEST(!parse_iso_time(text).has_value()); }
  }
}

BOOST_AUTO_TEST_CASE(a_year_that_the_clock_cannot_hold_is_not_read) {
  for (const char* text : {"0000-01-01T00:00:00+09:00", "1678-12-31T23:59:59+09:00",
                           "2262-01-01T00:00:00+09:00", "9999-12-31T23:59:59+09:00"}) {
    BOOST_TEST_CONTEXT(text) { BOOST_TEST(!parse_iso_time(text).has_value()); }
  }
  BOOST_TEST(parse_iso_time("2261-12-31T23:59:59+09:00").has_value());
  BOOST_TEST(parse_iso_time("1679-01-01T00:00:00+09:00").has_value());
}

BOOST_AUTO_TEST_CASE(a_time_beyond_the_clock_becomes_the_nearest_that_can_be_written_and_read) {
  const sys_seconds today = sys_days{year{2026} / 11 / 21} + 3h;
  for (const auto& [time, text] : {std::pair<sys_seconds, const char*>{today, "2026-11-21T12:00:00+09:00"},
                                   {sys_days{year{9999} / 12 / 31} + 23h, "2261-12-31T23:59:59+09:00"},
                                   {sys_days{year{2262} / 1 / 1} - 9h, "2261-12-31T23:59:59+09:00"},
                                   {sys_days{year{0} / 1 / 1}, "1679-01-01T00:00:00+09:00"}}) {
    BOOST_TEST(iso_time(nearest_time(time)) == text);
    BOOST_TEST((parse_iso_time(text) == nearest_time(time)));
  }
}

BOOST_AUTO_TEST_CASE(the_day_changes_at_midnight_in_japan) {
  BOOST_TEST((japan_day(kRows[1].time) == year{2027} / 1 / 1));
  BOOST_TEST((japan_day(kRows[2].time) == year{2026} / 12 / 31));
}

BOOST_AUTO_TEST_SUITE_END()
