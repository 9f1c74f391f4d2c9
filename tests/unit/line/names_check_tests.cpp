// SPDX-License-Identifier: GPL-3.0-or-later
#include <boost/test/unit_test.hpp>

#include "probes/line/line_checks.h"
#include "probes/line/names_check.h"
#include "probes/site/resolved_names.h"
#include "tests/unit/line/healthy_line.h"

namespace onshi::test {
namespace {

using Result = NameAnswer::Result;
const std::string kNobody = "no-such-name.invalid";

Answer ask_names(const Situation& situation) { return ask_line("line.names", situation); }

ResolvedNames found(const Situation& situation) {
  return std::any_cast<ResolvedNames>(ask_names(situation).evidence);
}

/// What both resolvers say to one name.
Situation with(const std::string& name, Result result) {
  Situation situation = healthy_line();
  answer_name(situation, kClosed1, name, result);
  answer_name(situation, kClosed2, name, result);
  return situation;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(names_check_tests)

BOOST_AUTO_TEST_CASE(all_names_of_the_line_are_found_and_handed_on) {
  BOOST_TEST(cause_of(ask_names(healthy_line())) == 0);
  ResolvedNames names = found(healthy_line());
  BOOST_TEST(names.resolvers == (std::vector{kClosed1, kClosed2}));
  BOOST_TEST(names.ipv6);
  for (const std::string& name : {kLineauth, kAuxiliary, kCrl, kDistribution, kTime}) {
    BOOST_TEST(names.addresses.contains(name), name);
  }
}

BOOST_AUTO_TEST_CASE(the_auxiliary_name_of_the_other_region_is_not_asked_for) {
  BOOST_TEST(!found(healthy_line()).addresses.contains("assv.asc.flets-west.example"));
}

BOOST_AUTO_TEST_CASE(a_name_that_does_not_exist_is_a_warning_that_names_it) {
  for (const auto& [result, number] : {std::pair{Result::no_such_name, 271}, {Result::no_data, 277}}) {
    Answer answer = ask_names(with(kCrl, result));
    BOOST_TEST(cause_of(answer) == number);
    BOOST_CHECK(answer.verdict == Verdict::attention);
    BOOST_TEST(answer.facts.value("missing_name").value() == kCrl);
  }
}

BOOST_AUTO_TEST_CASE(a_name_without_an_answer_is_another_warning) {
  for (Result result : {Result::timeout, Result::unreachable}) {
    BOOST_TEST(cause_of(ask_names(with(kAuxiliary, result))) == 272);
  }
}

BOOST_AUTO_TEST_CASE(a_name_that_the_resolver_will_not_look_up_is_told_with_its_word) {
  for (Result result : {Result::server_failure, Result::refused, Result::format_error}) {
    const Answer answer = ask_names(with(kAuxiliary, result));
    BOOST_TEST(cause_of(answer) == 278);
    BOOST_TEST(answer.facts.value("result").value() == name_of(result));
  }
}

BOOST_AUTO_TEST_CASE(a_name_that_the_first_resolver_denies_is_missing_though_another_knows_it) {
  Situation situation = healthy_line();
  answer_name(situation, kClosed1, kCrl, Result::no_such_name);
  const Answer answer = ask_names(situation);
  BOOST_TEST(cause_of(answer) == 271);
  BOOST_TEST(answer.facts.value("resolver").value() == kClosed1);
  BOOST_TEST(answer.facts.value("answering_resolver").value() == kClosed2);
  BOOST_TEST(found(situation).addresses.contains(kCrl));
}

BOOST_AUTO_TEST_CASE(a_resolver_that_loses_or_cuts_large_answers_is_named_whichever_it_is) {
  Situation loses = healthy_line();
  answer_name(loses, kClosed2, kDistribution, Result::timeout);
  answer_name(loses, kClosed2, kDistribution, Result::answer, kDistributionAddress, NameQuestion::Type::aaaa,
              NameQuestion::Way::tcp);
  Situation cuts = healthy_line();
  answer_name(cuts, kClosed2, kDistribution, Result::truncated);
  for (const auto& [situation, number] : {std::pair{loses, 273}, {cuts, 275}}) {
    const Answer answer = ask_names(situation);
    BOOST_TEST(cause_of(answer) == number);
    BOOST_CHECK(answer.verdict == Verdict::attention);
    BOOST_TEST(answer.facts.value("resolver").value() == kClosed2);
    BOOST_TEST(answer.facts.value("answering_resolver").value() == kClosed1);
  }
}

BOOST_AUTO_TEST_CASE(a_router_that_cuts_large_answers_is_compared_with_the_closed_resolvers) {
  const std::string router = "fe80::1%" + kLink;
  for (const Result closed : {Result::answer, Result::timeout}) {
    Situation situation = healthy_line();
    network_of(situation).resolvers = {{"fe80::1", kLink}};
    answer_all(situation, router, Result::answer);
    answer_name(situation, router, kDistribution, Result::truncated);
    for (const auto& server : {kClosed1, kClosed2}) answer_name(situation, server, kDistribution, closed);
    const Answer answer = ask_names(situation);
    BOOST_TEST(cause_of(answer) == 275);
    BOOST_CHECK(answer.verdict == Verdict::fail);
    BOOST_TEST(answer.facts.value("resolver").value() == router);
    BOOST_TEST(answer.facts.value("answering_resolver").value_or("") ==
               (closed == Result::answer ? kClosed1 : ""));
  }
}

BOOST_AUTO_TEST_CASE(one_resolver_that_answers_now_and_then_beside_a_steady_one_is_told_with_counts) {
  struct Row {
    int lost_by_other;  // when all are asked some more
    int number;
    int of_line;
  };
  for (const Row& row : {Row{0, 279, 280}, Row{1, 0, 281}}) {
    Situation situation = healthy_line();
    for (const std::string& name : {kAuxiliary, kCrl}) {
      answer_name(situation, kClosed2, name, Result::answer);
      situation.seen.names.back().answer.tries = 2;
      situation.seen.names.back().answer.lost = 1;
    }
    for (const auto& [server, lost] : {std::pair{kClosed1, row.lost_by_other}, {kClosed2, 3}}) {
      answer_name(situation, server, kLineauth, Result::answer, kDistributionAddress,
                  NameQuestion::Type::aaaa, NameQuestion::Way::udp_repeated);
      situation.seen.names.back().answer.tries = 8;
      situation.seen.names.back().answer.lost = lost;
    }
    const Answer answer = ask_names(situation);
    BOOST_TEST(cause_of(answer) == row.number);
    const Finding line =
        *run_all(line_checks(situation.site, situation.profile), situation).of("line.stability");
    BOOST_TEST(static_cast<int>(line.number) == row.of_line);
    if (row.number == 0) continue;
    BOOST_TEST(answer.facts.value("unsteady_resolver").value() == kClosed2);
    BOOST_TEST(answer.facts.value("answered_of").value() == "11/11");
    BOOST_TEST(line.facts.value("packets_lost").value() == "0");
  }
}

BOOST_AUTO_TEST_CASE(what_a_resolver_loses_beside_none_that_the_system_also_asks_is_lost_by_the_line) {
  const std::string router = "fe80::1%" + kLink;
  for (const std::string& loser : {router, kClosed2}) {
    Situation situation = healthy_line();
    network_of(situation).resolvers = {{"fe80::1", kLink}};
    answer_all(situation, router, Result::answer);
    for (const std::string& server : {router, kClosed1, kClosed2}) {
      answer_name(situation, server, kLineauth, Result::answer, kDistributionAddress,
                  NameQuestion::Type::aaaa, NameQuestion::Way::udp_repeated);
      situation.seen.names.back().answer.tries = 8;
      situation.seen.names.back().answer.lost = server == loser ? 3 : 0;
    }
    answer_name(situation, loser, kLineauth, Result::answer);
    situation.seen.names.back().answer.tries = 4;
    situation.seen.names.back().answer.lost = 3;
    BOOST_TEST(cause_of(ask_names(situation)) == 0);
    const Finding line =
        *run_all(line_checks(situation.site, situation.profile), situation).of("line.stability");
    BOOST_TEST(static_cast<int>(line.number) == 281);
    BOOST_TEST(line.facts.value("packets_lost").value() == "6");
  }
}

BOOST_AUTO_TEST_CASE(a_large_answer_that_only_tcp_brings_is_a_forwarder_without_edns) {
  for (Result result : {Result::timeout, Result::truncated, Result::format_error}) {
    Situation situation = with(kDistribution, result);
    answer_name(situation, kClosed1, kDistribution, Result::answer, kDistributionAddress,
                NameQuestion::Type::aaaa, NameQuestion::Way::tcp);
    Answer answer = ask_names(situation);
    BOOST_TEST(cause_of(answer) == 273);
    BOOST_TEST(answer.facts.value("missing_name").value() == kDistribution);
    BOOST_TEST(std::any_cast<ResolvedNames>(answer.evidence).addresses.contains(kDistribution));
  }
}

BOOST_AUTO_TEST_CASE(a_large_answer_that_comes_over_udp_after_all_was_lost_by_chance) {
  for (Result again : {Result::answer, Result::timeout}) {
    Situation situation = with(kDistribution, Result::timeout);
    for (const std::string& server : {kClosed1, kClosed2}) {
      answer_name(situation, server, kDistribution, Result::answer, kDistributionAddress,
                  NameQuestion::Type::aaaa, NameQuestion::Way::tcp);
      answer_name(situation, server, kDistribution, again, kDistributionAddress, NameQuestion::Type::aaaa,
                  NameQuestion::Way::udp_edns_alone);
    }
    BOOST_TEST(cause_of(ask_names(situation)) == (again == Result::answer ? 0 : 273));
  }
}

BOOST_AUTO_TEST_CASE(a_cut_answer_that_tcp_does_not_complete_is_a_resolver_that_cuts) {
  Situation situation = with(kDistribution, Result::truncated);
  answer_name(situation, kClosed1, kDistribution, Result::timeout, "", NameQuestion::Type::aaaa,
              NameQuestion::Way::tcp);
  const Answer answer = ask_names(situation);
  BOOST_TEST(cause_of(answer) == 275);
  BOOST_TEST((answer.verdict == Verdict::fail));
  BOOST_TEST(answer.facts.value("missing_name").value() == kDistribution);
}

BOOST_AUTO_TEST_CASE(a_large_answer_that_tcp_does_not_bring_either_is_only_unanswered) {
  Situation situation = with(kDistribution, Result::timeout);
  answer_name(situation, kClosed1, kDistribution, Result::timeout, "", NameQuestion::Type::aaaa,
              NameQuestion::Way::tcp);
  BOOST_TEST(cause_of(ask_names(situation)) == 272);
}

BOOST_AUTO_TEST_CASE(a_large_answer_that_came_by_tcp_after_silence_is_told_when_that_is_proved) {
  for (int lost : {3, 1}) {
    Situation situation = healthy_line();
    answer_name(situation, kClosed1, kTime, Result::timeout, "", NameQuestion::Type::aaaa,
                NameQuestion::Way::udp_edns_alone);
    situation.seen.names.back().answer.lost = lost;
    answer_name(situation, kClosed1, kTime, Result::answer);
    NameAnswer& whole = situation.seen.names.back().answer;
    whole.by_tcp = true;
    whole.lost = 1;
    whole.error = "EDNS";
    BOOST_TEST(cause_of(ask_names(situation)) == (lost == 3 ? 273 : 0));
  }
}

BOOST_AUTO_TEST_CASE(a_resolver_that_drops_edns_is_asked_without) {
  Situation situation = healthy_line();
  answer_all(situation, kClosed1, Result::timeout);
  answer_name(situation, kClosed1, kLineauth, Result::answer);
  situation.seen.names.back().answer.lost = 1;
  situation.seen.names.back().answer.error = "EDNS";
  answer_name(situation, kClosed1, kLineauth, Result::timeout, "", NameQuestion::Type::aaaa,
              NameQuestion::Way::udp_edns_alone);
  situation.seen.names.back().answer.lost = 3;
  network_of(situation).resolvers = {{kClosed1, kLink}};
  BOOST_TEST(cause_of(ask_names(situation)) == 274);
  for (const auto& name : {kAuxiliary, kCrl, kDistribution, kTime}) {
    answer_name(situation, kClosed1, name, Result::answer, kDistributionAddress, NameQuestion::Type::aaaa,
                NameQuestion::Way::udp_plain);
  }
  BOOST_TEST(cause_of(ask_names(situation)) == 0);
}

BOOST_AUTO_TEST_CASE(who_answers_a_name_that_nobody_has_answers_in_the_place_of_all) {
  Situation situation = healthy_line();
  answer_name(situation, kClosed1, kNobody, Result::answer);
  Observations::Requested page{.target = {kPortal, kDistributionAddress, 80}, .path = "/", .answer = {}};
  page.answer.status = 302;
  page.answer.location = "http://login.guest.example/";
  situation.seen.requests.push_back(page);
  Answer answer = ask_names(situation);
  BOOST_TEST(cause_of(answer) == 276);
  BOOST_CHECK(answer.verdict == Verdict::fail);
  BOOST_TEST(answer.facts.value("address").value() == kDistributionAddress);
  BOOST_TEST(answer.facts.value("location").value() == "http://login.guest.example/");
  BOOST_TEST(!answer.evidence.has_value());
}

BOOST_AUTO_TEST_CASE(one_address_for_all_names_alone_may_be_a_relay_of_the_provider) {
  for (Result result : {Result::no_such_name, Result::no_data, Result::refused, Result::timeout}) {
    Situation situation = healthy_line();
    answer_name(situation, kClosed1, kNobody, result);
    BOOST_TEST(cause_of(ask_names(situation)) == 0);
  }
}

BOOST_AUTO_TEST_CASE(a_name_invented_among_names_that_lead_to_different_addresses_hides_no_service) {
  Situation situation = healthy_line();
  answer_name(situation, kClosed1, kNobody, Result::answer);
  answer_name(situation, kClosed1, kCrl, Result::answer, "2001:db8:1ff::80:2");
  BOOST_TEST(cause_of(ask_names(situation)) == 0);
}

BOOST_AUTO_TEST_CASE(what_the_first_resolver_does_not_know_the_second_is_asked_for) {
  Situation situation = healthy_line();
  answer_name(situation, kClosed1, kTime, Result::server_failure);
  BOOST_TEST(cause_of(ask_names(situation)) == 0);
  BOOST_TEST(found(situation).addresses.contains(kTime));
}

BOOST_AUTO_TEST_CASE(silence_about_a_name_is_told_on_other_line_types_too) {
  for (const auto& [result, number] :
       {std::pair{Result::timeout, 272}, {Result::server_failure, 278}, {Result::refused, 278}}) {
    Situation situation = healthy_ipv4_line();
    answer_name(situation, "192.168.1.1", kCrl, result, "", NameQuestion::Type::a);
    Answer answer = ask_names(situation);
    BOOST_TEST(cause_of(answer) == number);
    BOOST_CHECK(answer.verdict == Verdict::attention);
    BOOST_TEST(answer.facts.value("missing_name").value() == kCrl);
  }
}

BOOST_AUTO_TEST_CASE(silence_about_every_name_is_a_warning_of_its_own_that_does_not_stop_the_rest) {
  Situation flets = healthy_line();
  for (const std::string& name : {kAuxiliary, kCrl, kDistribution, kTime}) {
    answer_name(flets, kClosed1, name, Result::timeout);
    answer_name(flets, kClosed2, name, Result::timeout);
  }
  Situation other = healthy_ipv4_line();
  for (const std::string& name : {kCrl, kDistribution, kTime}) {
    answer_name(other, "192.168.1.1", name, Result::timeout, "", NameQuestion::Type::a);
  }
  for (const Situation& situation : {flets, other}) {
    Answer answer = ask_names(situation);
    BOOST_TEST(cause_of(answer) == 274);
    BOOST_CHECK(answer.verdict == Verdict::attention);
    BOOST_TEST(found(situation).addresses.size() == 1U);
  }
}

BOOST_AUTO_TEST_CASE(a_router_that_is_the_resolver_is_handed_on_with_its_link) {
  Situation situation = healthy_line();
  network_of(situation).resolvers = {{"fe80::1", kLink}};
  answer_all(situation, "fe80::1%" + kLink, Result::answer);
  BOOST_TEST(cause_of(ask_names(situation)) == 0);
  BOOST_TEST(found(situation).resolvers == (std::vector<std::string>{"fe80::1%" + kLink}));
}

BOOST_AUTO_TEST_CASE(other_line_types_take_these_names_from_their_provider) {
  Situation situation = healthy_ipv4_line();
  answer_name(situation, "192.168.1.1", kTime, Result::no_such_name, "", NameQuestion::Type::a);
  BOOST_TEST(cause_of(ask_names(situation)) == 0);
  BOOST_TEST(!found(situation).ipv6);
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace onshi::test
