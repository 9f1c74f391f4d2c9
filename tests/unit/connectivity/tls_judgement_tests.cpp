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

TlsJudgement judged(const TlsAnswer& given) { return judge_tls(given, {}); }

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

BOOST_AUTO_TEST_CASE(a_clock_that_is_far_off_explains_wrong_dates_and_nothing_else) {
  for (minutes offset : {minutes{6}, minutes{-120}}) {
    auto clock = clock_off_by(offset);
    BOOST_CHECK(judge_tls(answer(Result::not_trusted, 10), clock) == TlsJudgement::dates_by_our_clock);
    BOOST_CHECK(judge_tls(answer(Result::not_trusted, 9), clock) == TlsJudgement::dates_by_our_clock);
    BOOST_CHECK(judge_tls(answer(Result::not_trusted, 62), clock) == TlsJudgement::other_name);
    BOOST_CHECK(judge_tls(answer(Result::agreed), clock) == TlsJudgement::trusted);
  }
  BOOST_CHECK(judge_tls(answer(Result::not_trusted, 10), clock_off_by(minutes{5})) == TlsJudgement::expired);
  ClockOffset unknown = clock_off_by(minutes{120});
  unknown.known = false;
  BOOST_CHECK(judge_tls(answer(Result::not_trusted, 10), unknown) == TlsJudgement::expired);
}

BOOST_AUTO_TEST_CASE(a_server_that_only_wants_a_certificate_is_trusted) {
  BOOST_CHECK(judged(answer(Result::alert, 0, 40, true)) == TlsJudgement::trusted);
  BOOST_CHECK(judged(answer(Result::alert, 0, 116, true)) == TlsJudgement::trusted);
}

BOOST_AUTO_TEST_CASE(alerts_before_any_certificate_mean_protocols) {
  for (int alert : {40, 70, 71})
    BOOST_CHECK(judged(answer(Result::alert, 0, alert)) == TlsJudgement::too_old);
  BOOST_CHECK(judged(answer(Result::alert, 0, 80)) == TlsJudgement::closed);
}

BOOST_AUTO_TEST_CASE(silence_and_an_end_are_different) {
  BOOST_CHECK(judged(answer(Result::stalled)) == TlsJudgement::stalled);
  BOOST_CHECK(judged(answer(Result::closed)) == TlsJudgement::closed);
  BOOST_CHECK(judged(answer(Result::no_connection)) == TlsJudgement::closed);
}

BOOST_AUTO_TEST_CASE(our_own_refusal_of_an_old_protocol_is_recognised) {
  TlsAnswer old = answer(Result::failed);
  old.error = "error:0A000102:SSL routines::unsupported protocol";
  BOOST_CHECK(judged(old) == TlsJudgement::too_old);
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace onshi::test
