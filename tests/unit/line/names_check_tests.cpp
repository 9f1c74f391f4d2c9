// SPDX-License-Identifier: GPL-3.0-or-later
#include <boost/test/unit_test.hpp>

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
  for (Result result : {Result::no_such_name, Result::no_data}) {
    Answer answer = ask_names(with(kCrl, result));
    BOOST_TEST(cause_of(answer) == 271);
    BOOST_CHECK(answer.verdict == Verdict::attention);
    BOOST_TEST(answer.facts.value("missing_name").value() == kCrl);
  }
}

BOOST_AUTO_TEST_CASE(a_name_without_an_answer_is_another_warning) {
  for (Result result : {Result::timeout, Result::server_failure, Result::refused}) {
    BOOST_TEST(cause_of(ask_names(with(kAuxiliary, result))) == 272);
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
  for (Result result : {Result::timeout, Result::server_failure, Result::refused}) {
    Situation situation = healthy_ipv4_line();
    answer_name(situation, "192.168.1.1", kCrl, result, "", NameQuestion::Type::a);
    Answer answer = ask_names(situation);
    BOOST_TEST(cause_of(answer) == 272);
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
