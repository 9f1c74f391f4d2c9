// SPDX-License-Identifier: GPL-3.0-or-later
#include <boost/test/unit_test.hpp>

#include "tests/unit/line/healthy_line.h"

namespace onshi::test {
namespace {

using Result = NameAnswer::Result;

Answer ask_settings(const Situation& situation) { return ask_line("line.resolvers", situation); }

Situation with_resolvers(const std::vector<std::string>& servers) {
  Situation situation = healthy_line();
  network_of(situation).resolvers.clear();
  for (const std::string& server : servers) network_of(situation).resolvers.push_back({server, kLink});
  return situation;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(resolver_settings_check_tests)

BOOST_AUTO_TEST_CASE(the_closed_pair_is_good) {
  Answer answer = ask_settings(healthy_line());
  BOOST_TEST(cause_of(answer) == 0);
  BOOST_TEST(answer.facts.value("name").value() == kLineauth);
}

BOOST_AUTO_TEST_CASE(a_router_that_answers_for_the_closed_names_is_equally_good) {
  Situation situation = with_resolvers({"fe80::1"});
  answer_all(situation, "fe80::1%" + kLink, Result::answer);
  answer_all(situation, kClosed1, Result::timeout);
  answer_all(situation, kClosed2, Result::timeout);
  BOOST_TEST(cause_of(ask_settings(situation)) == 0);
}

BOOST_AUTO_TEST_CASE(a_system_that_leaves_by_the_other_link_is_told_from_its_own_routes) {
  Situation situation = healthy_line();
  network_of(situation).links.push_back(link_of(situation));
  network_of(situation).links.back().name = "enp2s0";
  network_of(situation).links.back().addresses = {address("3fff:1:2:20::10")};
  situation.seen.sources = {{kClosed1, kAddress}, {kClosed2, kAddress}};
  BOOST_TEST(cause_of(ask_settings(situation)) == 0);
  situation.seen.sources[kClosed2] = "3fff:1:2:20::10";
  const Answer answer = ask_settings(situation);
  BOOST_TEST(cause_of(answer) == 247);
  BOOST_CHECK(answer.verdict == Verdict::attention);  // the line itself is looked at all the same
  BOOST_TEST(answer.facts.value("line_link").value() == kLink);
  BOOST_TEST(answer.facts.value("taken_link").value() == "enp2s0");
  BOOST_TEST(answer.facts.value("resolver").value() == kClosed2);
}

BOOST_AUTO_TEST_CASE(no_resolver_at_all_is_told) {
  BOOST_TEST(cause_of(ask_settings(with_resolvers({}))) == 241);
}

BOOST_AUTO_TEST_CASE(a_closed_resolver_that_answers_beside_a_router_that_does_not_means_wrong_settings) {
  for (Result result : {Result::no_such_name, Result::timeout, Result::refused}) {
    Situation situation = with_resolvers({"192.168.1.1"});
    answer_all(situation, "192.168.1.1", result);
    Answer answer = ask_settings(situation);
    BOOST_TEST(cause_of(answer) == 242, name_of(result));
    BOOST_CHECK(answer.verdict == Verdict::fail);
    BOOST_TEST(answer.facts.value("answering_resolver").value() == kClosed1);
  }
}

BOOST_AUTO_TEST_CASE(the_closed_pair_of_the_other_region_is_named) {
  Situation situation = with_resolvers({kWest1, kWest2});
  answer_all(situation, kWest1, Result::timeout);
  answer_all(situation, kWest2, Result::timeout);
  Answer answer = ask_settings(situation);
  BOOST_TEST(cause_of(answer) == 243);
  BOOST_TEST(answer.facts.value("misplaced_resolver").value() == kWest1);
  BOOST_TEST(answer.facts.value("answering_resolver").value() == kClosed1);
}

BOOST_AUTO_TEST_CASE(the_closed_resolver_that_answers_is_named_also_when_it_is_the_second) {
  Situation situation = with_resolvers({"192.168.1.1"});
  answer_all(situation, "192.168.1.1", Result::timeout);
  answer_all(situation, kClosed1, Result::timeout);
  BOOST_TEST(ask_settings(situation).facts.value("answering_resolver").value() == kClosed2);
}

BOOST_AUTO_TEST_CASE(a_first_resolver_that_denies_the_name_hides_the_right_one_behind_it) {
  for (Result result : {Result::no_such_name, Result::no_data}) {
    Situation situation = with_resolvers({"192.168.1.1", kClosed1});
    answer_all(situation, "192.168.1.1", result);
    BOOST_TEST(cause_of(ask_settings(situation)) == 244);
  }
}

BOOST_AUTO_TEST_CASE(a_first_resolver_that_is_silent_leaves_the_word_to_the_next) {
  Situation situation = healthy_line();
  answer_all(situation, kClosed1, Result::timeout);
  BOOST_TEST(cause_of(ask_settings(situation)) == 0);
}

BOOST_AUTO_TEST_CASE(when_everything_is_silent_the_settings_are_neither_blamed_nor_praised) {
  for (Result result : {Result::timeout, Result::unreachable, Result::failed}) {
    Situation situation = healthy_line();
    answer_all(situation, kClosed1, result);
    answer_all(situation, kClosed2, result);
    Answer answer = ask_settings(situation);
    BOOST_TEST(cause_of(answer) == 245);
    BOOST_CHECK(answer.verdict == Verdict::attention);
    BOOST_CHECK(ask_line("line.resolver.1", situation).verdict == Verdict::fail);
  }
}

BOOST_AUTO_TEST_CASE(a_resolver_that_says_no_has_nothing_to_do_with_the_settings) {
  for (Result result : {Result::refused, Result::server_failure, Result::no_such_name}) {
    Situation situation = healthy_line();
    answer_all(situation, kClosed1, result);
    answer_all(situation, kClosed2, Result::timeout);
    BOOST_TEST(cause_of(ask_settings(situation)) == 0);
  }
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace onshi::test
