// SPDX-License-Identifier: GPL-3.0-or-later
#include <boost/test/unit_test.hpp>

#include "probes/line/resolver_check.h"
#include "tests/unit/line/healthy_line.h"

namespace onshi::test {
namespace {

using Result = NameAnswer::Result;
using Way = NameQuestion::Way;

Answer first(const Situation& situation) { return ask_line("line.resolver.1", situation); }
Answer second(const Situation& situation) { return ask_line("line.resolver.2", situation); }

Situation with(Result first_result, Result second_result) {
  Situation situation = healthy_line();
  answer_all(situation, kClosed1, first_result);
  answer_all(situation, kClosed2, second_result);
  return situation;
}

void answer_way(Situation& situation, const std::string& server, Way way, Result result) {
  answer_name(situation, server, kLineauth, result, kDistributionAddress, NameQuestion::Type::aaaa, way);
}

}  // namespace

BOOST_AUTO_TEST_SUITE(resolver_check_tests)

BOOST_AUTO_TEST_CASE(each_resolver_that_answers_is_good) {
  BOOST_TEST(cause_of(first(healthy_line())) == 0);
  BOOST_TEST(cause_of(second(healthy_line())) == 0);
  BOOST_TEST(second(healthy_line()).facts.value("resolver").value() == kClosed2);
}

BOOST_AUTO_TEST_CASE(a_resolver_that_answers_only_without_edns_is_told_when_that_is_proved) {
  struct Row {
    int lost_before;
    Result with_edns_alone;
    int lost_alone;
    int number;
  };
  for (const Row& row : {Row{1, Result::timeout, 3, 246}, Row{1, Result::answer, 0, 0},
                         Row{1, Result::answer, 2, 0}, Row{0, Result::timeout, 3, 0}}) {
    Situation situation = healthy_line();
    answer_name(situation, kClosed1, kLineauth, row.with_edns_alone, kDistributionAddress,
                NameQuestion::Type::aaaa, NameQuestion::Way::udp_edns_alone);
    situation.seen.names.back().answer.lost = row.lost_alone;
    answer_name(situation, kClosed1, kLineauth, Result::answer);
    situation.seen.names.back().answer.lost = row.lost_before;
    situation.seen.names.back().answer.error = "EDNS";
    Answer answer = first(situation);
    BOOST_TEST(cause_of(answer) == row.number);
    BOOST_TEST(cause_of(second(situation)) == 0);
    if (row.number != 0) BOOST_CHECK(answer.verdict == Verdict::attention);
  }
}

BOOST_AUTO_TEST_CASE(when_none_answers_each_way_has_its_own_number) {
  struct Row {
    Result result;
    int number;
  };
  for (const Row& row : std::vector<Row>{{Result::timeout, 231},
                                         {Result::refused, 232},
                                         {Result::server_failure, 233},
                                         {Result::no_such_name, 234},
                                         {Result::no_data, 235},
                                         {Result::unreachable, 236},
                                         {Result::format_error, 239},
                                         {Result::truncated, 267},
                                         {Result::failed, 239}}) {
    Answer answer = first(with(row.result, Result::timeout));
    BOOST_TEST(cause_of(answer) == row.number);
    BOOST_CHECK(answer.verdict == Verdict::fail);
    BOOST_TEST(answer.facts.value("result").value() == name_of(row.result));
  }
}

BOOST_AUTO_TEST_CASE(a_second_that_is_silent_behind_a_good_first_is_a_warning) {
  for (Result result : {Result::timeout, Result::unreachable}) {
    Situation situation = with(Result::answer, result);
    BOOST_TEST(cause_of(first(situation)) == 0);
    BOOST_TEST(cause_of(second(situation)) == 237);
    BOOST_CHECK(second(situation).verdict == Verdict::attention);
  }
}

BOOST_AUTO_TEST_CASE(a_second_that_says_something_else_is_a_warning_of_its_own) {
  for (Result result : {Result::no_such_name, Result::refused, Result::server_failure}) {
    BOOST_TEST(cause_of(second(with(Result::answer, result))) == 238);
  }
}

BOOST_AUTO_TEST_CASE(a_resolver_that_takes_no_tcp_is_told_when_that_is_proved) {
  struct Row {
    Result by_tcp;
    int lost_over_udp;  // by whichever resolver
    int number;
  };
  for (const Row& row :
       {Row{Result::timeout, 0, 265}, Row{Result::unreachable, 0, 265}, Row{Result::unreachable, 1, 265},
        Row{Result::timeout, 1, 0}, Row{Result::answer, 0, 0}, Row{Result::failed, 0, 0}}) {
    Situation situation = healthy_line();
    answer_way(situation, kClosed2, Way::tcp, row.by_tcp);
    answer_way(situation, kClosed1, Way::udp_plain, Result::answer);
    situation.seen.names.back().answer.lost = row.lost_over_udp;
    BOOST_TEST(cause_of(first(situation)) == 0);
    const Answer answer = second(situation);
    BOOST_TEST(cause_of(answer) == row.number);
    if (row.number == 0) continue;
    BOOST_CHECK(answer.verdict == Verdict::attention);
    BOOST_TEST(answer.facts.value("by_tcp").value() == name_of(row.by_tcp));
  }
}

BOOST_AUTO_TEST_CASE(a_resolver_that_answers_over_tcp_alone_is_not_silent) {
  for (Result udp : {Result::timeout, Result::unreachable}) {
    Situation situation = with(udp, Result::timeout);
    answer_way(situation, kClosed1, Way::udp_plain, udp);
    answer_way(situation, kClosed1, Way::tcp, Result::answer);
    BOOST_TEST(cause_of(first(situation)) == 266);
    BOOST_CHECK(first(situation).verdict == Verdict::fail);
    BOOST_TEST(cause_of(second(situation)) == 231);
    answer_all(situation, kClosed2, Result::answer);
    BOOST_CHECK(first(situation).verdict == Verdict::attention);
    answer_way(situation, kClosed1, Way::udp_plain, Result::answer);
    BOOST_TEST(cause_of(first(situation)) == 0);  // only the one question got lost
  }
}

BOOST_AUTO_TEST_CASE(each_way_of_a_closed_resolver_that_the_system_does_not_ask_is_told_too) {
  Situation situation = healthy_line();
  network_of(situation).resolvers = {{kClosed1, kLink}};
  answer_way(situation, kClosed2, Way::tcp, Result::unreachable);
  const Answer answer = ask_line("line.resolvers", situation);
  BOOST_TEST(answer.facts.value("closed_resolver").value() == kClosed2);
  BOOST_TEST(answer.facts.value("by_tcp").value() == "unreachable");
  BOOST_TEST(cause_of(second(situation)) == 0);
}

BOOST_AUTO_TEST_CASE(the_last_row_tells_of_the_resolvers_that_have_no_row) {
  Situation situation = healthy_line();
  network_of(situation).resolvers.push_back({kNgn, kLink});
  answer_all(situation, kNgn, Result::answer);
  BOOST_TEST(cause_of(second(situation)) == 0);
  answer_way(situation, kNgn, Way::tcp, Result::unreachable);
  BOOST_TEST(cause_of(first(situation)) == 0);
  BOOST_TEST(cause_of(second(situation)) == 265);
  BOOST_TEST(second(situation).facts.value("resolver").value() == kNgn);
}

BOOST_AUTO_TEST_CASE(a_place_that_the_system_leaves_empty_is_no_fault) {
  Situation situation = healthy_line();
  network_of(situation).resolvers.pop_back();
  Answer answer = second(situation);
  BOOST_TEST(cause_of(answer) == 0);
  BOOST_TEST(answer.facts.value("resolver").value() == "none");
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace onshi::test
