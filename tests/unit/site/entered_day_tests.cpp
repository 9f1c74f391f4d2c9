// SPDX-License-Identifier: GPL-3.0-or-later
#include <boost/test/unit_test.hpp>

#include "probes/site/entered_day.h"
#include "probes/site/iso_day.h"
#include "probes/site/japan_time.h"

using namespace onshi;

namespace {

std::string said(const char* typed) {
  const auto day = entered_day(typed);
  return day ? iso_day(*day) : "-";
}

}  // namespace

BOOST_AUTO_TEST_SUITE(entered_day_tests)

BOOST_AUTO_TEST_CASE(a_day_is_understood_as_people_write_it) {
  for (const char* typed : {"2026-04-01", "2026/4/1", "2026.04.01", "20260401", "２０２６年４月１日",
                            "令和8年4月1日", "令和 8 年 4 月 1 日", "R8.4.1", "r8/4/1", " 2026-4-1 "}) {
    BOOST_TEST(said(typed) == "2026-04-01", typed);
  }
  BOOST_TEST(said("2028-02-29") == "2028-02-29");
  BOOST_TEST(said("令和10年2月29日") == "2028-02-29");
}

BOOST_AUTO_TEST_CASE(what_is_no_day_is_not_made_into_one) {
  for (const char* typed : {"",
                            " ",
                            "2026",
                            "2026-04",
                            "2026-02-29",
                            "2026-13-01",
                            "2026-04-31",
                            "2026-00-10",
                            "1926-04-01",
                            "2126-04-01",
                            "26-04-01",
                            "4/1",
                            "R8",
                            "平成30年4月1日",
                            "2026-04-01 10:00",
                            "20260401x",
                            "2026-4-1-1",
                            "202604011",
                            "令和20260401",
                            "R20260401",
                            "99999999999999999999"}) {
    BOOST_TEST(said(typed) == "-", typed);
  }
}

BOOST_AUTO_TEST_CASE(a_day_is_written_and_read_in_one_form) {
  BOOST_TEST(iso_day(parse_iso_day("2026-12-31").value()) == "2026-12-31");
  for (const char* wrong :
       {"", "2026-12-32", "2026-2-1", "2026/12/31", "2026-12-31 ", "2026-12-31T00:00:00+09:00"}) {
    BOOST_TEST(!parse_iso_day(wrong).has_value(), wrong);
  }
}

BOOST_AUTO_TEST_SUITE_END()
