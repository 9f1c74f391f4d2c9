// SPDX-License-Identifier: GPL-3.0-or-later
#include <boost/test/unit_test.hpp>

#include "probes/connectivity/ladder_host.h"
#include "tests/unit/connectivity/ladder.h"

namespace onshi::test {
namespace {

using Result = NameAnswer::Result;

Answer ask_name(const Situation& situation) { return ask_ladder("connectivity.name.portal", situation); }

}  // namespace

BOOST_AUTO_TEST_SUITE(name_check_tests)

BOOST_AUTO_TEST_CASE(a_name_that_resolves_hands_on_all_its_addresses) {
  Situation situation = healthy_service();
  answer_host(situation, kResolver1, kPortalHost, Result::answer, {kPortalAddress, kOtherPortalAddress});
  Answer answer = ask_name(situation);
  BOOST_TEST(cause_of(answer) == 0);
  BOOST_TEST(std::any_cast<HostAddresses>(answer.evidence).addresses.size() == 2U);
}

BOOST_AUTO_TEST_CASE(each_way_of_not_resolving_has_its_own_number) {
  struct Row {
    Result result;
    int number;
  };
  for (const Row& row : std::vector<Row>{{Result::no_such_name, 701},
                                         {Result::no_data, 702},
                                         {Result::timeout, 703},
                                         {Result::unreachable, 703},
                                         {Result::refused, 704},
                                         {Result::server_failure, 759},
                                         {Result::format_error, 704},
                                         {Result::truncated, 758}}) {
    Situation situation = healthy_service();
    answer_host(situation, kResolver1, kPortalHost, row.result);
    answer_host(situation, kResolver2, kPortalHost, row.result);
    Answer answer = ask_name(situation);
    BOOST_TEST(cause_of(answer) == row.number, name_of(row.result));
    BOOST_CHECK(answer.verdict == Verdict::fail);
    BOOST_TEST(answer.facts.value("host").value() == kPortalHost);
  }
}

BOOST_AUTO_TEST_CASE(an_answer_without_an_address_is_no_address) {
  Situation situation = healthy_service();
  answer_host(situation, kResolver1, kPortalHost, Result::answer, {});
  answer_host(situation, kResolver2, kPortalHost, Result::answer, {});
  BOOST_TEST(cause_of(ask_name(situation)) == 702);
}

BOOST_AUTO_TEST_CASE(the_second_resolver_is_asked_when_the_first_does_not_know) {
  Situation situation = healthy_service();
  answer_host(situation, kResolver1, kPortalHost, Result::timeout);
  answer_host(situation, kResolver2, kPortalHost, Result::answer, {kPortalAddress});
  Answer answer = ask_name(situation);
  BOOST_TEST(cause_of(answer) == 0);
  BOOST_TEST(answer.facts.value("resolver").value() == kResolver2);
}

BOOST_AUTO_TEST_CASE(a_first_resolver_that_denies_the_name_is_not_covered_by_the_second) {
  for (Result denial : {Result::no_such_name, Result::no_data}) {
    Situation situation = healthy_service();
    answer_host(situation, kResolver1, kPortalHost, denial);
    answer_host(situation, kResolver2, kPortalHost, Result::answer, {kPortalAddress});
    Answer answer = ask_name(situation);
    BOOST_TEST(cause_of(answer) == 705, name_of(denial));
    BOOST_CHECK(answer.verdict == Verdict::fail);
    BOOST_TEST(answer.facts.value("resolver").value() == kResolver1);
    BOOST_TEST(answer.facts.value("answering_resolver").value() == kResolver2);
  }
}

BOOST_AUTO_TEST_CASE(every_resolver_of_the_line_is_asked_and_one_that_drops_edns_without_it) {
  const std::string third = "2001:db8:1ff::53:3";
  Situation situation = healthy_service();
  ResolvedNames names = *situation.evidence.of<ResolvedNames>("line.names");
  names.resolvers.push_back(third);
  names.without_edns = {third};
  situation.evidence.put("line.names", names);
  answer_host(situation, kResolver1, kPortalHost, Result::timeout);
  answer_host(situation, kResolver2, kPortalHost, Result::timeout);
  BOOST_TEST(cause_of(ask_name(situation)) == 704);  // the third was not recorded so
  NameAnswer known{.result = Result::answer, .addresses = {kPortalAddress}};
  situation.seen.names.push_back(
      {{.name = kPortalHost, .server = third, .way = NameQuestion::Way::udp_plain}, known});
  const Answer answer = ask_name(situation);
  BOOST_TEST(cause_of(answer) == 0);
  BOOST_TEST(answer.facts.value("resolver").value() == third);
}

BOOST_AUTO_TEST_CASE(a_denial_by_the_first_counts_more_than_the_silence_of_the_second) {
  Situation situation = healthy_service();
  answer_host(situation, kResolver1, kPortalHost, Result::no_such_name);
  answer_host(situation, kResolver2, kPortalHost, Result::timeout);
  Answer answer = ask_name(situation);
  BOOST_TEST(cause_of(answer) == 701);
  BOOST_TEST(answer.facts.value("resolver").value() == kResolver1);
}

BOOST_AUTO_TEST_CASE(what_the_second_resolver_gives_instead_is_handed_on_beside_it) {
  Situation situation = healthy_service();
  answer_host(situation, kResolver1, kPortalHost, Result::answer, {kPortalAddress});
  answer_host(situation, kResolver2, kPortalHost, Result::answer, {kPortalAddress, kOtherPortalAddress});
  Answer answer = ask_name(situation);
  BOOST_TEST(cause_of(answer) == 0);
  const auto found = std::any_cast<HostAddresses>(answer.evidence);
  BOOST_TEST(found.addresses == std::vector{kPortalAddress});
  BOOST_TEST(found.elsewhere == std::vector{kOtherPortalAddress});
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace onshi::test
