// SPDX-License-Identifier: GPL-3.0-or-later
#include <boost/test/unit_test.hpp>

#include "wizard/flow/line_recheck.h"

using namespace onshi;
using namespace std::chrono_literals;

namespace {

const LineRecheck::Time start{};

/// How many runs a line brings about that changes every `step` and is asked for as often, each run being over
/// at once.
int runs_of_a_line_that_changes(std::chrono::milliseconds step, std::chrono::milliseconds time) {
  LineRecheck recheck;
  int runs = 0;
  for (auto now = start; now < start + time; now += step) {
    recheck.changed(now);
    if (recheck.take(now, false)) ++runs;
  }
  return runs;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(line_recheck_tests)

BOOST_AUTO_TEST_CASE(nothing_is_checked_without_a_change) {
  LineRecheck recheck;
  BOOST_CHECK(!recheck.due());
  BOOST_CHECK(!recheck.take(start + 1h, false));
}

BOOST_AUTO_TEST_CASE(a_burst_is_one_run_once_it_is_quiet) {
  LineRecheck recheck;
  recheck.changed(start);
  recheck.changed(start + 300ms);
  recheck.changed(start + 900ms);
  BOOST_CHECK(recheck.due() == start + 900ms + LineRecheck::kQuiet);
  BOOST_CHECK(!recheck.take(start + 1000ms, false));
  BOOST_CHECK(recheck.take(start + 1900ms, false));
  BOOST_CHECK(!recheck.take(start + 1h, false));
  BOOST_CHECK(!recheck.due());
}

BOOST_AUTO_TEST_CASE(while_a_run_is_under_way_one_is_kept_for_after_it) {
  LineRecheck recheck;
  recheck.changed(start);
  BOOST_CHECK(!recheck.take(start + 5s, true));
  recheck.changed(start + 6s);
  BOOST_CHECK(!recheck.take(start + 9s, true));
  BOOST_CHECK(recheck.take(start + 9s, false));
  BOOST_CHECK(!recheck.take(start + 10s, false));
}

BOOST_AUTO_TEST_CASE(what_a_person_stops_stays_stopped_until_the_next_change) {
  LineRecheck recheck;
  BOOST_CHECK(!recheck.stopped());
  recheck.changed(start);
  BOOST_CHECK(recheck.stopped());
  BOOST_CHECK(!recheck.take(start + 1h, false));
  recheck.changed(start + 2h);
  BOOST_CHECK(recheck.take(start + 2h + 1s, false));
}

BOOST_AUTO_TEST_CASE(a_line_that_never_comes_to_rest_is_checked_all_the_same_but_ever_less_often) {
  BOOST_CHECK_EQUAL(runs_of_a_line_that_changes(100ms, 6s), 1);
  const int first_hour = runs_of_a_line_that_changes(100ms, 1h);
  BOOST_TEST(first_hour > 40);
  BOOST_TEST(first_hour < 80);
}

BOOST_AUTO_TEST_CASE(a_line_that_was_calm_is_checked_soon_again) {
  LineRecheck recheck;
  auto now = start;
  for (int change = 0; change < LineRecheck::kAtOnce + 4; ++change) {
    recheck.changed(now);
    now = *recheck.due();
    BOOST_CHECK(recheck.take(now, false));
  }
  recheck.changed(now);
  BOOST_CHECK(*recheck.due() > now + 10s);
  now = *recheck.due();
  BOOST_CHECK(recheck.take(now, false));
  now += LineRecheck::kCalm;
  recheck.changed(now);
  BOOST_CHECK(recheck.take(*recheck.due(), false));
  now += 1min;
  recheck.changed(now);
  BOOST_CHECK(recheck.due() == now + LineRecheck::kQuiet);
}

BOOST_AUTO_TEST_SUITE_END()
