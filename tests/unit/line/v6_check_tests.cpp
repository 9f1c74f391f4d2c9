// SPDX-License-Identifier: GPL-3.0-or-later
#include <boost/test/unit_test.hpp>

#include "probes/line/v6_check.h"
#include "probes/line/v6_checks.h"
#include "probes/line/v6_option.h"
#include "tests/unit/line/healthy_line.h"

namespace onshi::test {
namespace {

using Result = TcpAnswer::Result;

Answer ask_v6(const Situation& situation) { return ask_line("v6.option", situation); }

Situation with(V6Declaration declared, Result distribution) {
  Situation situation = healthy_line();
  situation.site.line.v6_option = declared;
  connect_distribution(situation, distribution);
  return situation;
}

/// Names come from the router; the closed pair is silent when asked directly.
void silence_closed_dns(Situation& situation) {
  network_of(situation).resolvers = {{"fe80::1", kLink}};
  answer_all(situation, "fe80::1%" + kLink, NameAnswer::Result::answer);
  answer_all(situation, kClosed1, NameAnswer::Result::timeout);
  answer_all(situation, kClosed2, NameAnswer::Result::timeout);
}

}  // namespace

BOOST_AUTO_TEST_SUITE(v6_check_tests)

BOOST_AUTO_TEST_CASE(it_is_asked_of_line_type_1_alone) {
  Situation situation = healthy_line();
  BOOST_TEST(v6_checks(situation.site, situation.profile).size() == 1U);
  for (auto type : {std::optional<LineType>{}, std::optional{LineType::ip_vpn_ctc_qtnet},
                    std::optional{LineType::ipsec_ike}}) {
    situation.site.line.type = type;
    BOOST_TEST(v6_checks(situation.site, situation.profile).empty());
  }
}

BOOST_AUTO_TEST_CASE(a_connection_to_the_distribution_host_confirms_the_option) {
  Answer answer = ask_v6(healthy_line());
  BOOST_TEST(cause_of(answer) == 0);
  BOOST_TEST(answer.facts.value("distribution").value() == "yes");
  BOOST_TEST(answer.facts.value("declared_v6").value() == "contracted");
  BOOST_TEST(std::any_cast<V6Observations>(answer.evidence).on_ngn);
}

BOOST_AUTO_TEST_CASE(a_connection_that_anybody_on_the_way_may_have_taken_confirms_nothing) {
  for (auto result : {TlsAnswer::Result::not_trusted, TlsAnswer::Result::stalled, TlsAnswer::Result::closed,
                      TlsAnswer::Result::alert, TlsAnswer::Result::failed}) {
    for (V6Declaration declared : {V6Declaration::contracted, V6Declaration::none}) {
      Situation situation = with(declared, Result::connected);
      prove_distribution(situation, result);
      const Answer answer = ask_v6(situation);
      BOOST_TEST(cause_of(answer) == 306);
      BOOST_CHECK(answer.verdict == Verdict::attention);
      BOOST_TEST(answer.facts.value("tls_result").value() == name_of(result));
    }
  }
}

BOOST_AUTO_TEST_CASE(a_record_without_the_proof_confirms_nothing) {
  Situation situation = healthy_line();
  situation.seen.handshakes.clear();
  BOOST_TEST(cause_of(ask_v6(situation)) == 306);
}

BOOST_AUTO_TEST_CASE(declared_but_silent_is_a_contradiction_after_two_tries) {
  for (Result result : {Result::timeout, Result::unreachable, Result::prohibited}) {
    Answer answer = ask_v6(with(V6Declaration::contracted, result));
    BOOST_TEST(cause_of(answer) == 301);
    BOOST_CHECK(answer.verdict == Verdict::fail);
    BOOST_TEST(answer.facts.value("tries").value() == "2");
  }
}

BOOST_AUTO_TEST_CASE(without_a_sign_of_the_ngn_it_is_unknown_and_nothing_is_connected) {
  Situation situation = healthy_line();
  network_of(situation).search_domains.clear();
  answer_all(situation, kNgn, NameAnswer::Result::timeout);
  Answer answer = ask_v6(situation);
  BOOST_TEST(cause_of(answer) == 302);
  BOOST_CHECK(answer.verdict == Verdict::unknown);
  BOOST_TEST(answer.facts.value("distribution").value() == "not_asked");
}

BOOST_AUTO_TEST_CASE(an_answer_of_the_ngns_own_resolver_is_a_sign_of_the_ngn) {
  Situation situation = healthy_line();
  network_of(situation).search_domains.clear();
  answer_all(situation, kNgn, NameAnswer::Result::no_such_name);
  BOOST_TEST(cause_of(ask_v6(situation)) == 0);
}

BOOST_AUTO_TEST_CASE(an_address_of_nobody_known_is_not_the_ngn) {
  Situation situation = healthy_line();
  link_of(situation).addresses = {address("2001:db9::1")};
  BOOST_TEST(cause_of(ask_v6(situation)) == 302);
}

BOOST_AUTO_TEST_CASE(not_declared_and_silent_is_unconfirmed_and_never_not_contracted) {
  for (V6Declaration declared : {V6Declaration::none, V6Declaration::planned}) {
    Answer answer = ask_v6(with(declared, Result::timeout));
    BOOST_TEST(cause_of(answer) == 303);
    BOOST_CHECK(answer.verdict == Verdict::attention);
  }
}

BOOST_AUTO_TEST_CASE(with_silent_closed_resolvers_the_settings_are_named_too) {
  Situation situation = with(V6Declaration::planned, Result::timeout);
  silence_closed_dns(situation);
  Answer answer = ask_v6(situation);
  BOOST_TEST(cause_of(answer) == 304);
  BOOST_TEST(answer.facts.value("closed_dns").value() == "no");
}

BOOST_AUTO_TEST_CASE(a_refusal_or_a_missing_name_proves_nothing) {
  BOOST_TEST(cause_of(ask_v6(with(V6Declaration::contracted, Result::refused))) == 305);
  Situation situation = healthy_line();
  answer_name(situation, kClosed1, kDistribution, NameAnswer::Result::no_such_name);
  answer_name(situation, kClosed2, kDistribution, NameAnswer::Result::no_such_name);
  Answer answer = ask_v6(situation);
  BOOST_TEST(cause_of(answer) == 305);
  BOOST_CHECK(answer.verdict == Verdict::unknown);
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace onshi::test
