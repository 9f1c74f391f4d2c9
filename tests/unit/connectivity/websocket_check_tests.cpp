// SPDX-License-Identifier: GPL-3.0-or-later
#include <boost/test/unit_test.hpp>

#include "probes/connectivity/connectivity_checks.h"
#include "tests/unit/connectivity/ladder.h"

namespace onshi::test {
namespace {

using Result = HttpAnswer::Result;
const std::string kCheck = "connectivity.websocket.reader";

Answer ask_websocket(const HttpAnswer& answer) {
  Situation situation = healthy_service();
  answer_upgrade(situation, answer);
  return ask_ladder(kCheck, situation);
}

HttpAnswer ended(Result result) {
  HttpAnswer answer;
  answer.result = result;
  return answer;
}

HttpAnswer refusing_certificate(bool missing) {
  HttpAnswer answer = http(400);
  answer.certificate_missing = missing;
  answer.certificate_refused = !missing;
  return answer;
}

HttpAnswer without_certificate(int status) {
  HttpAnswer answer = http(status);
  answer.tls.certificate_sent = false;
  return answer;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(websocket_check_tests)

BOOST_AUTO_TEST_CASE(a_granted_websocket_is_good) {
  Answer answer = ask_websocket(upgraded());
  BOOST_TEST(cause_of(answer) == 0);
  BOOST_TEST(answer.facts.value("http_status").value() == "101");
}

BOOST_AUTO_TEST_CASE(each_way_to_have_no_websocket_has_its_own_number) {
  struct Row {
    const char* what;
    HttpAnswer answer;
    int number;
    Verdict verdict;
  };
  const Row rows[] = {{"an ordinary page", http(200), 771, Verdict::fail},
                      {"forbidden", http(403), 771, Verdict::fail},
                      {"nobody behind the gateway", http(502), 771, Verdict::fail},
                      {"another 400", http(400), 771, Verdict::fail},
                      {"silence", ended(Result::timeout), 772, Verdict::fail},
                      {"hung up", ended(Result::empty), 772, Verdict::fail},
                      {"cut", ended(Result::closed), 772, Verdict::fail},
                      {"granted without proof", http(101), 773, Verdict::fail},
                      {"certificate missing", refusing_certificate(true), 774, Verdict::unknown},
                      {"certificate refused", refusing_certificate(false), 774, Verdict::unknown},
                      {"wanted, not sent, forbidden", without_certificate(403), 774, Verdict::unknown},
                      {"no connection now", ended(Result::no_connection), 775, Verdict::unknown},
                      {"TLS fails now", ended(Result::tls_failed), 775, Verdict::unknown},
                      {"refused in TLS", ended(Result::alert), 774, Verdict::unknown}};
  for (const Row& row : rows) {
    Answer answer = ask_websocket(row.answer);
    BOOST_TEST(cause_of(answer) == row.number, row.what);
    BOOST_CHECK_MESSAGE(answer.verdict == row.verdict, row.what);
    BOOST_TEST(answer.facts.value("path").value() == "/", row.what);
  }
}

BOOST_AUTO_TEST_CASE(without_a_path_in_the_profile_nothing_is_asked) {
  Situation situation = healthy_service();
  for (Service& service : situation.profile.services) service.websocket.clear();
  for (const Check& check : connectivity_checks(situation.site, situation.profile, good_client())) {
    BOOST_TEST(check.name != kCheck);
  }
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace onshi::test
