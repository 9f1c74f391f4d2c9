// SPDX-License-Identifier: GPL-3.0-or-later
#include <boost/test/unit_test.hpp>

#include "probes/site/clock_offset.h"
#include "tests/unit/connectivity/ladder.h"

namespace onshi::test {
namespace {

using Result = HttpAnswer::Result;
using Certificate = std::shared_ptr<const ClientCertificate>;

Answer ask_certificate(const HttpAnswer& answer, Certificate certificate = good_client()) {
  Situation situation = healthy_service();
  answer_request(situation, kPortalHost, answer);
  return ask_ladder("connectivity.certificate.portal", situation, std::move(certificate));
}

HttpAnswer ended(Result result, int alert = 0) {
  HttpAnswer answer;
  answer.result = result;
  answer.tls.alert = alert;
  return answer;
}

HttpAnswer refused_by_nginx() {
  HttpAnswer answer = http(400);
  answer.certificate_refused = true;
  return answer;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(certificate_check_tests)

BOOST_AUTO_TEST_CASE(an_answer_to_the_request_proves_acceptance_and_is_handed_on) {
  Answer answer = ask_certificate(http(200));
  BOOST_TEST(cause_of(answer) == 0);
  BOOST_TEST(answer.facts.value("certificate_not_after").value() == "2027-12-26");
  BOOST_TEST(std::any_cast<HttpAnswer>(answer.evidence).status == 200);
}

BOOST_AUTO_TEST_CASE(without_a_certificate_in_hand_nothing_is_claimed) {
  Answer answer = ask_certificate(http(200), nullptr);
  BOOST_TEST(cause_of(answer) == 731);
  BOOST_CHECK(answer.verdict == Verdict::unknown);
}

BOOST_AUTO_TEST_CASE(an_answer_of_a_server_that_did_not_ask_for_the_certificate_proves_nothing) {
  HttpAnswer unasked = http(200);
  unasked.tls.certificate_requested = false;
  unasked.tls.certificate_sent = false;
  Answer answer = ask_certificate(unasked);
  BOOST_TEST(cause_of(answer) == 744);
  BOOST_CHECK(answer.verdict == Verdict::unknown);
}

BOOST_AUTO_TEST_CASE(each_refusal_has_its_own_number) {
  auto stranger = make_authority("Stranger");
  struct Row {
    HttpAnswer answer;
    Certificate certificate;
    int number;
  };
  for (const Row& row : std::vector<Row>{{ended(Result::alert, 116), good_client(), 732},
                                         {refused_by_nginx(), make_client(known_authority(), kPast), 733},
                                         {ended(Result::alert, 44), good_client(), 734},
                                         {refused_by_nginx(), make_client(stranger), 735},
                                         {ended(Result::alert, 46), good_client(), 738},
                                         {refused_by_nginx(), make_client(known_authority(), kFuture), 737},
                                         {refused_by_nginx(), good_client(), 736},
                                         {ended(Result::timeout), good_client(), 739},
                                         {ended(Result::empty), good_client(), 741},
                                         {ended(Result::closed), good_client(), 742},
                                         {ended(Result::no_connection), good_client(), 743}}) {
    Answer answer = ask_certificate(row.answer, row.certificate);
    BOOST_TEST(cause_of(answer) == row.number);
    BOOST_CHECK(answer.verdict == Verdict::fail);
  }
}

BOOST_AUTO_TEST_CASE(a_refusal_is_read_by_the_right_time) {
  Situation situation = healthy_service();
  answer_request(situation, kPortalHost, refused_by_nginx());
  situation.evidence.put("terminal.clock",
                         ClockOffset{.known = true, .offset = std::chrono::hours{24 * 3650}});
  BOOST_TEST(cause_of(ask_ladder("connectivity.certificate.portal", situation)) == 733);
}

BOOST_AUTO_TEST_CASE(the_authorities_that_the_server_accepts_are_shown_beside_the_issuer) {
  HttpAnswer answer = refused_by_nginx();
  answer.tls.accepted_issuers = {"CN=one", "CN=two", "CN=three", "CN=four"};
  Facts facts = ask_certificate(answer).facts;
  BOOST_TEST(facts.value("accepted_issuer").value() == "CN=one");
  BOOST_TEST(facts.value("certificate_issuer").value() == "CN=Practice Online Billing NW System CA");
  auto shown = std::ranges::count(facts.all(), "accepted_issuer", &Fact::key);
  BOOST_TEST(shown == 3);
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace onshi::test
