// SPDX-License-Identifier: GPL-3.0-or-later
#include <boost/test/unit_test.hpp>

#include "probes/line/resolver_survey.h"
#include "tests/unit/line/healthy_line.h"

namespace onshi::test {
namespace {

using Result = NameAnswer::Result;

ResolverSurvey survey(const Situation& situation) {
  return std::any_cast<ResolverSurvey>(ask_line("line.resolvers", situation).evidence);
}

std::vector<std::string> asked(const Situation& situation) {
  std::vector<std::string> servers;
  for (const ResolverEvidence& one : survey(situation).asked) servers.push_back(one.ip);
  return servers;
}

const std::string kRouter = "fe80::1%" + kLink;

using Servers = std::vector<std::string>;

Situation with_router_as_resolver() {
  Situation situation = healthy_line();
  network_of(situation).resolvers = {{"fe80::1", kLink}};
  answer_all(situation, kRouter, Result::answer);
  return situation;
}

/// No search domain, no NGN resolver, and an address that is nobody's.
void hide_the_region(Situation& situation) {
  network_of(situation).search_domains.clear();
  link_of(situation).addresses = {address("2001:db9::1")};
}

}  // namespace

BOOST_AUTO_TEST_SUITE(resolver_survey_tests)

BOOST_AUTO_TEST_CASE(a_resolver_that_is_set_and_in_the_profile_is_asked_once) {
  BOOST_TEST(asked(healthy_line()) == (Servers{kClosed1, kClosed2}));
}

BOOST_AUTO_TEST_CASE(the_closed_pair_of_the_region_is_asked_beside_a_router_and_the_other_pair_is_not) {
  BOOST_TEST(asked(with_router_as_resolver()) == (Servers{kRouter, kClosed1, kClosed2}));
}

BOOST_AUTO_TEST_CASE(a_link_local_resolver_is_asked_on_its_link_and_once_on_each) {
  Situation situation = with_router_as_resolver();
  network_of(situation).resolvers = {{"fe80::1", kLink}, {"fe80::1", "eth9"}, {"fe80::1", kLink}};
  answer_all(situation, "fe80::1%eth9", Result::timeout);
  BOOST_TEST(asked(situation) == (Servers{kRouter, "fe80::1%eth9", kClosed1, kClosed2}));
  BOOST_TEST(survey(situation).asked.front().answered());
}

BOOST_AUTO_TEST_CASE(an_address_that_is_good_everywhere_is_asked_without_its_link) {
  Situation situation = healthy_line();
  network_of(situation).resolvers = {{kClosed1, kLink}, {kClosed1, "eth9"}, {"fe80::2", ""}};
  BOOST_TEST(asked(situation) == (Servers{kClosed1, "fe80::2", kClosed2}));
}

BOOST_AUTO_TEST_CASE(the_ngns_own_resolver_is_asked_when_no_search_domain_was_seen) {
  Situation situation = healthy_line();
  network_of(situation).search_domains.clear();
  answer_all(situation, kNgn, Result::no_such_name);
  BOOST_TEST(asked(situation) == (Servers{kClosed1, kClosed2, kNgn}));
  BOOST_TEST(survey(situation).ngn_alive());
}

BOOST_AUTO_TEST_CASE(both_pairs_are_asked_only_when_the_region_is_unknown_and_nobody_answered) {
  Situation situation = with_router_as_resolver();
  hide_the_region(situation);
  BOOST_TEST(asked(situation) == (Servers{kRouter}));
  answer_all(situation, kRouter, Result::timeout);
  BOOST_TEST(asked(situation) == (Servers{kRouter, kClosed1, kClosed2, kWest1, kWest2}));
}

BOOST_AUTO_TEST_CASE(another_line_type_is_asked_for_the_portal_over_ipv4_and_nowhere_else) {
  ResolverSurvey found = survey(healthy_ipv4_line());
  BOOST_TEST(found.name == kPortal);
  BOOST_TEST(!found.ipv6);
  BOOST_TEST(found.asked.size() == 1U);
  BOOST_TEST(found.system_answered());
  BOOST_TEST(!found.closed_answer());
}

BOOST_AUTO_TEST_CASE(a_closed_resolver_that_knows_the_name_is_found_with_its_region) {
  ResolverSurvey found = survey(healthy_line());
  BOOST_TEST(found.name == kLineauth);
  BOOST_REQUIRE(found.closed_answer());
  BOOST_CHECK(found.closed_answer()->region == Region::east);
}

BOOST_AUTO_TEST_CASE(saying_no_is_being_alive_and_silence_is_not) {
  for (auto [result, alive] : {std::pair{Result::answer, true},
                               {Result::no_such_name, true},
                               {Result::no_data, true},
                               {Result::server_failure, true},
                               {Result::refused, true},
                               {Result::format_error, true},
                               {Result::truncated, true},
                               {Result::timeout, false},
                               {Result::unreachable, false},
                               {Result::cancelled, false},
                               {Result::failed, false}}) {
    ResolverEvidence one;
    one.answer.result = result;
    BOOST_TEST(one.alive() == alive, name_of(result));
  }
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace onshi::test
