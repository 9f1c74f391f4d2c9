// SPDX-License-Identifier: GPL-3.0-or-later
#include <boost/test/unit_test.hpp>

#include "probes/connectivity/acceptance.h"

namespace onshi::test {
namespace {

using Result = HttpAnswer::Result;

/// As a server answers that asked for the certificate and was sent it.
HttpAnswer status(int code) {
  HttpAnswer answer;
  answer.result = Result::answered;
  answer.tls.certificate_requested = true;
  answer.tls.certificate_sent = true;
  answer.status = code;
  return answer;
}

HttpAnswer alert(int number) {
  HttpAnswer answer;
  answer.result = Result::alert;
  answer.tls.alert = number;
  answer.tls.certificate_requested = true;
  answer.tls.certificate_sent = true;
  return answer;
}

HttpAnswer without_request(HttpAnswer answer) {
  answer.tls.certificate_requested = false;
  answer.tls.certificate_sent = false;
  return answer;
}

HttpAnswer without_certificate(HttpAnswer answer) {
  answer.tls.certificate_sent = false;
  return answer;
}

HttpAnswer nginx_missing() {
  HttpAnswer answer = status(400);
  answer.certificate_missing = true;
  return answer;
}

HttpAnswer nginx_refused() {
  HttpAnswer answer = status(400);
  answer.certificate_refused = true;
  return answer;
}

LocalCertificate fine() { return {}; }

LocalCertificate expired() {
  LocalCertificate local;
  local.expired = true;
  return local;
}

LocalCertificate not_yet_valid() {
  LocalCertificate local;
  local.not_yet_valid = true;
  return local;
}

LocalCertificate foreign() {
  LocalCertificate local;
  local.issuer_fits = false;
  return local;
}

bool is(const HttpAnswer& answer, const LocalCertificate& local, Acceptance wanted) {
  return judge_acceptance(answer, local) == wanted;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(acceptance_tests)

BOOST_AUTO_TEST_CASE(whatever_the_service_answers_to_a_certificate_that_it_asked_for_it_was_accepted) {
  for (int code : {200, 204, 302, 401, 403, 404, 407, 500, 503})
    BOOST_CHECK(is(status(code), fine(), Acceptance::accepted));
}

BOOST_AUTO_TEST_CASE(a_server_that_did_not_ask_for_the_certificate_accepted_nothing) {
  for (int code : {200, 302, 400, 403, 404, 500}) {
    BOOST_CHECK(is(without_request(status(code)), fine(), Acceptance::not_asked));
    BOOST_CHECK(is(without_request(status(code)), expired(), Acceptance::not_asked));
  }
  BOOST_CHECK(is(without_request(nginx_missing()), fine(), Acceptance::not_received));
}

BOOST_AUTO_TEST_CASE(a_server_that_was_content_without_the_certificate_did_not_receive_it) {
  BOOST_CHECK(is(without_certificate(status(200)), fine(), Acceptance::not_received));
}

BOOST_AUTO_TEST_CASE(a_missing_certificate_is_told_in_both_styles) {
  BOOST_CHECK(is(nginx_missing(), fine(), Acceptance::not_received));
  BOOST_CHECK(is(alert(116), fine(), Acceptance::not_received));
  BOOST_CHECK(is(without_certificate(alert(40)), fine(), Acceptance::not_received));
  BOOST_CHECK(is(without_certificate(alert(40)), expired(), Acceptance::not_received));
}

BOOST_AUTO_TEST_CASE(a_failed_handshake_is_read_by_what_was_sent) {
  BOOST_CHECK(is(alert(40), expired(), Acceptance::refused_expired));
  BOOST_CHECK(is(alert(40), not_yet_valid(), Acceptance::refused_not_yet_valid));
  BOOST_CHECK(is(alert(40), foreign(), Acceptance::refused_issuer));
  BOOST_CHECK(is(alert(40), fine(), Acceptance::refused_otherwise));
  BOOST_CHECK(is(without_request(alert(40)), fine(), Acceptance::answer_not_had));
}

BOOST_AUTO_TEST_CASE(alerts_name_their_reason) {
  BOOST_CHECK(is(alert(45), expired(), Acceptance::refused_expired));
  BOOST_CHECK(is(alert(45), fine(), Acceptance::refused_expired));
  BOOST_CHECK(is(alert(45), not_yet_valid(), Acceptance::refused_not_yet_valid));
  BOOST_CHECK(is(alert(44), fine(), Acceptance::refused_revoked));
  BOOST_CHECK(is(alert(48), fine(), Acceptance::refused_issuer));
  for (int number : {42, 43, 46, 49}) BOOST_CHECK(is(alert(number), fine(), Acceptance::refused_otherwise));
}

BOOST_AUTO_TEST_CASE(a_vague_alert_is_read_against_what_is_known_here) {
  BOOST_CHECK(is(alert(42), expired(), Acceptance::refused_expired));
  BOOST_CHECK(is(alert(46), foreign(), Acceptance::refused_issuer));
  BOOST_CHECK(is(alert(42), not_yet_valid(), Acceptance::refused_not_yet_valid));
}

BOOST_AUTO_TEST_CASE(a_refusal_by_status_400_is_read_against_what_is_known_here) {
  BOOST_CHECK(is(nginx_refused(), expired(), Acceptance::refused_expired));
  BOOST_CHECK(is(nginx_refused(), not_yet_valid(), Acceptance::refused_not_yet_valid));
  BOOST_CHECK(is(nginx_refused(), foreign(), Acceptance::refused_issuer));
  BOOST_CHECK(is(nginx_refused(), fine(), Acceptance::refused_without_reason));
  BOOST_CHECK(is(status(400), fine(), Acceptance::refused_without_reason));
}

BOOST_AUTO_TEST_CASE(a_handshake_without_an_answer_proves_nothing) {
  BOOST_CHECK(is({.result = Result::timeout}, fine(), Acceptance::answer_timeout));
  BOOST_CHECK(is({.result = Result::empty}, fine(), Acceptance::answer_empty));
  BOOST_CHECK(is({.result = Result::closed}, fine(), Acceptance::answer_cut_off));
  for (Result result : {Result::no_connection, Result::tls_failed, Result::failed}) {
    BOOST_CHECK(is({.result = result}, fine(), Acceptance::answer_not_had));
  }
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace onshi::test
