// SPDX-License-Identifier: GPL-3.0-or-later
#include <boost/test/unit_test.hpp>

#include "probes/connectivity/http_check.h"
#include "tests/unit/connectivity/ladder.h"

namespace onshi::test {
namespace {

Answer ask_http(const HttpAnswer& answer) {
  Situation situation = healthy_service();
  answer_request(situation, kPortalHost, answer);
  return ask_ladder("connectivity.http.portal", situation);
}

HttpAnswer redirect(const std::string& location) {
  HttpAnswer answer = http(302);
  answer.location = location;
  return answer;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(http_check_tests)

BOOST_AUTO_TEST_CASE(an_answer_of_the_service_is_good) {
  for (int status : {200, 204, 404, 405}) BOOST_TEST(cause_of(ask_http(http(status))) == 0, status);
  BOOST_TEST(ask_http(http(200)).facts.value("http_status").value() == "200");
}

BOOST_AUTO_TEST_CASE(a_redirect_inside_the_service_is_good_and_one_elsewhere_is_not) {
  BOOST_TEST(cause_of(ask_http(redirect("/login"))) == 0);
  BOOST_TEST(cause_of(ask_http(redirect("https://hweb.verification.example/login"))) == 0);
  Answer answer = ask_http(redirect("http://captive.example/welcome"));
  BOOST_TEST(cause_of(answer) == 751);
  BOOST_TEST(answer.facts.value("location").value() == "http://captive.example/welcome");
}

BOOST_AUTO_TEST_CASE(each_refusal_by_status_has_its_own_number) {
  struct Row {
    int status;
    int number;
    Verdict verdict;
  };
  for (const Row& row : std::vector<Row>{{401, 752, Verdict::fail},
                                         {403, 752, Verdict::fail},
                                         {407, 753, Verdict::fail},
                                         {500, 754, Verdict::fail},
                                         {503, 754, Verdict::fail},
                                         {418, 755, Verdict::unknown},
                                         {101, 755, Verdict::unknown}}) {
    Answer answer = ask_http(http(row.status));
    BOOST_TEST(cause_of(answer) == row.number, row.status);
    BOOST_CHECK(answer.verdict == row.verdict);
  }
}

BOOST_AUTO_TEST_CASE(where_a_location_leads_is_read_from_its_host) {
  struct Row {
    const char* location;
    bool stays;
  };
  for (const Row& row : std::vector<Row>{{"", true},
                                         {"/menu", true},
                                         {"menu?next=//other.example/", true},
                                         {"/menu?next=https://other.example/", true},
                                         {"https://a.example", true},
                                         {"https://A.Example:443/x", true},
                                         {"//a.example/x", true},
                                         {"https://user@a.example/", true},
                                         {"https://b.example/", false},
                                         {"https://a.example.b.example/", false},
                                         {"https://a.example@b.example/", false},
                                         {"//b.example", false},
                                         {"http://b.example?https://a.example/", false}}) {
    BOOST_TEST(stays_on(row.location, "a.example") == row.stays, row.location);
  }
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace onshi::test
