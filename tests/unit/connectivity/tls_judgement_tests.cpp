// SPDX-License-Identifier: GPL-3.0-or-later
#include <boost/test/unit_test.hpp>

#include "probes/connectivity/tls_judgement.h"

namespace onshi::test {
namespace {

using std::chrono::milliseconds;
using std::chrono::minutes;
using Result = TlsAnswer::Result;

TlsAnswer answer(Result result, long verify_error = 0, int alert = 0, bool requested = false) {
  TlsAnswer made;
  made.result = result;
  made.verify_error = verify_error;
  made.alert = alert;
  made.certificate_requested = requested;
  return made;
}

const std::chrono::sys_days kNow{std::chrono::year{2026} / 11 / 21};

TlsJudgement judged(const TlsAnswer& given, const ClockOffset& clock = {}) {
  return judge_tls(given, clock, kNow);
}

/// Judged by the terminal's time; the certificate's dates are given from there.
TlsAnswer wrong_dates(long verify_error, minutes begins, minutes ends) {
  TlsAnswer made = answer(Result::not_trusted, verify_error);
  made.failing.not_before = kNow + begins;
  made.failing.not_after = kNow + ends;
  return made;
}

ClockOffset clock_off_by(minutes offset) {
  ClockOffset clock;
  clock.known = true;
  clock.offset = offset;
  return clock;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(tls_judgement_tests)

BOOST_AUTO_TEST_CASE(verify_errors_are_told_apart) {
  struct Row {
    long error;
    TlsJudgement judgement;
  };
  for (const Row& row : std::vector<Row>{{10, TlsJudgement::expired},
                                         {9, TlsJudgement::not_yet_valid},
                                         {62, TlsJudgement::other_name},
                                         {18, TlsJudgement::not_trusted},
                                         {19, TlsJudgement::not_trusted},
                                         {20, TlsJudgement::not_trusted},
                                         {21, TlsJudgement::chain_incomplete},
                                         {26, TlsJudgement::not_trusted}}) {
    BOOST_CHECK(judged(answer(Result::not_trusted, row.error)) == row.judgement);
  }
}

BOOST_AUTO_TEST_CASE(a_clock_explains_dates_only_when_the_right_time_lies_inside_them) {
  auto over = wrong_dates(10, minutes{-6000}, minutes{-60});
  BOOST_CHECK(judged(over, clock_off_by(minutes{-120})) == TlsJudgement::dates_by_our_clock);
  BOOST_CHECK(judged(over, clock_off_by(minutes{-30})) == TlsJudgement::expired);
  BOOST_CHECK(judged(over, clock_off_by(minutes{120})) == TlsJudgement::expired);
  BOOST_CHECK(judged(over, clock_off_by(minutes{-6001})) == TlsJudgement::expired);
  auto to_come = wrong_dates(9, minutes{60}, minutes{6000});
  BOOST_CHECK(judged(to_come, clock_off_by(minutes{120})) == TlsJudgement::dates_by_our_clock);
  BOOST_CHECK(judged(to_come, clock_off_by(minutes{30})) == TlsJudgement::not_yet_valid);
  BOOST_CHECK(judged(to_come, clock_off_by(minutes{-120})) == TlsJudgement::not_yet_valid);
}

BOOST_AUTO_TEST_CASE(a_clock_explains_nothing_but_dates_and_only_when_it_is_known) {
  auto clock = clock_off_by(minutes{-120});
  BOOST_CHECK(judged(answer(Result::not_trusted, 62), clock) == TlsJudgement::other_name);
  BOOST_CHECK(judged(answer(Result::agreed), clock) == TlsJudgement::trusted);
  clock.known = false;
  BOOST_CHECK(judged(wrong_dates(10, minutes{-6000}, minutes{-60}), clock) == TlsJudgement::expired);
  BOOST_CHECK(judged(answer(Result::not_trusted, 10), clock_off_by(minutes{-120})) == TlsJudgement::expired);
}

BOOST_AUTO_TEST_CASE(a_server_that_only_wants_a_certificate_is_trusted) {
  for (int alert : {40, 116}) {
    TlsAnswer wants = answer(Result::alert, 0, alert, true);
    wants.server.subject = "CN = portal.verification.example";
    BOOST_CHECK(judged(wants) == TlsJudgement::trusted);
    wants.server = {.names = {"portal.verification.example"}};
    BOOST_CHECK(judged(wants) == TlsJudgement::trusted);
  }
}

BOOST_AUTO_TEST_CASE(a_server_that_wants_a_certificate_without_having_proved_itself_is_not_trusted) {
  BOOST_CHECK(judged(answer(Result::alert, 0, 40, true)) == TlsJudgement::too_old);
  BOOST_CHECK(judged(answer(Result::alert, 0, 116, true)) == TlsJudgement::closed);
  TlsAnswer doubtful = answer(Result::alert, 19, 40, true);
  doubtful.server.subject = "CN = portal.verification.example";
  BOOST_CHECK(judged(doubtful) != TlsJudgement::trusted);
}

BOOST_AUTO_TEST_CASE(alerts_before_any_certificate_mean_protocols) {
  for (int alert : {40, 70, 71})
    BOOST_CHECK(judged(answer(Result::alert, 0, alert)) == TlsJudgement::too_old);
  BOOST_CHECK(judged(answer(Result::alert, 0, 80)) == TlsJudgement::closed);
}

BOOST_AUTO_TEST_CASE(silence_and_an_end_are_different) {
  BOOST_CHECK(judged(answer(Result::stalled)) == TlsJudgement::stalled);
  BOOST_CHECK(judged(answer(Result::closed)) == TlsJudgement::closed);
}

BOOST_AUTO_TEST_CASE(what_is_not_the_servers_word_is_not_blamed_on_it) {
  for (Result result : {Result::no_connection, Result::failed, Result::cancelled}) {
    BOOST_CHECK(judged(answer(result)) == TlsJudgement::not_judged);
  }
}

BOOST_AUTO_TEST_CASE(our_own_refusal_of_an_old_protocol_is_recognised) {
  TlsAnswer old = answer(Result::failed);
  old.error = "error:0A000102:SSL routines::unsupported protocol";
  BOOST_CHECK(judged(old) == TlsJudgement::too_old);
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace onshi::test
