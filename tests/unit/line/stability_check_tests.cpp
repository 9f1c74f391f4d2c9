// SPDX-License-Identifier: GPL-3.0-or-later
#include <boost/test/unit_test.hpp>

#include "probes/line/line_checks.h"
#include "tests/unit/line/healthy_line.h"

namespace onshi::test {
namespace {

using Result = NameAnswer::Result;

/// From now on this server answers the name at the last of so many tries, after silence or other answers.
void answer_at_try(Situation& situation, const std::string& server, const std::string& name, int tries,
                   bool silent = true) {
  for (auto& named : situation.seen.names) {
    if (named.question.server != server || named.question.name != name) continue;
    named.answer.tries = tries;
    named.answer.lost = silent ? tries - 1 : 0;
  }
}

void answer_after(Situation& situation, const std::string& server, std::chrono::milliseconds elapsed) {
  for (auto& named : situation.seen.names) {
    if (named.question.server == server) named.answer.round_trip = elapsed;
  }
}

Finding ask_stability(const Situation& situation) {
  return *run_all(line_checks(situation.site, situation.profile), situation).of("line.stability");
}

int number_of(const Finding& finding) { return static_cast<int>(finding.number); }

}  // namespace

BOOST_AUTO_TEST_SUITE(stability_check_tests)

BOOST_AUTO_TEST_CASE(questions_that_were_answered_at_once_are_counted_and_good) {
  const Finding finding = ask_stability(healthy_line());
  BOOST_CHECK(finding.verdict == Verdict::ok);
  BOOST_TEST(finding.facts.value("packets_sent").value() ==
             "6");  // two resolvers, three names of no great length
  BOOST_TEST(finding.facts.value("packets_lost").value() == "0");
}

BOOST_AUTO_TEST_CASE(one_lost_question_happens_on_a_healthy_line_too) {
  Situation situation = healthy_line();
  answer_at_try(situation, kClosed1, kCrl, 2);
  const Finding finding = ask_stability(situation);
  BOOST_CHECK(finding.verdict == Verdict::ok);
  BOOST_TEST(finding.facts.value("packets_lost").value() == "1");
}

BOOST_AUTO_TEST_CASE(several_lost_questions_are_an_unstable_line_with_counts) {
  Situation situation = healthy_line();
  answer_at_try(situation, kClosed2, kLineauth, 2);
  answer_at_try(situation, kClosed1, kCrl, 2);
  const Finding finding = ask_stability(situation);
  BOOST_TEST(number_of(finding) == 281);
  BOOST_CHECK(finding.verdict == Verdict::fail);
  BOOST_TEST(finding.facts.value("packets_sent").value() == "8");
  BOOST_TEST(finding.facts.value("packets_lost").value() == "2");
  BOOST_TEST(finding.facts.value("resolver").value() == kClosed1);
  BOOST_TEST(finding.facts.value("answered_of").value() == "3/4");
}

BOOST_AUTO_TEST_CASE(a_line_whose_quickest_answer_is_late_is_slow_and_not_lossy) {
  struct Row {
    int first_ms;
    int second_ms;
    int number;
  };
  for (const Row& row :
       {Row{5, 5, 280}, Row{299, 800, 280}, Row{800, 5, 280}, Row{300, 300, 282}, Row{800, 900, 282}}) {
    Situation situation = healthy_line();
    answer_after(situation, kClosed1, std::chrono::milliseconds(row.first_ms));
    answer_after(situation, kClosed2, std::chrono::milliseconds(row.second_ms));
    BOOST_TEST(number_of(ask_stability(situation)) == row.number);
  }
  Situation lossy_too = healthy_line();
  for (const std::string& server : {kClosed1, kClosed2}) {
    answer_after(lossy_too, server, std::chrono::milliseconds(800));
    answer_at_try(lossy_too, server, kLineauth, 2);
  }
  BOOST_TEST(number_of(ask_stability(lossy_too)) == 281);
}

BOOST_AUTO_TEST_CASE(the_wait_for_a_lost_datagram_is_no_delay) {
  Situation situation = healthy_line();
  for (const std::string& server : {kClosed1, kClosed2}) {
    answer_after(situation, server, std::chrono::milliseconds(5));
    answer_at_try(situation, server, kLineauth, 2);
  }
  BOOST_TEST(number_of(ask_stability(situation)) == 281);
}

BOOST_AUTO_TEST_CASE(what_the_first_resolver_lost_counts_although_the_second_answered) {
  Situation situation = healthy_line();
  answer_name(situation, kClosed1, kCrl, Result::timeout);
  for (auto& named : situation.seen.names) {
    const bool silent = named.question.server == kClosed1 && named.question.name == kCrl;
    if (silent) named.answer.tries = named.answer.lost = 2;
  }
  BOOST_TEST(number_of(ask_stability(situation)) == 281);
}

BOOST_AUTO_TEST_CASE(a_repeated_question_that_was_answered_each_time_is_not_lost) {
  Situation situation = healthy_line();
  answer_at_try(situation, kClosed2, kLineauth, 2, false);
  answer_at_try(situation, kClosed1, kCrl, 2, false);
  BOOST_CHECK(ask_stability(situation).verdict == Verdict::ok);
}

BOOST_AUTO_TEST_CASE(large_answers_are_lost_for_a_reason_of_their_own) {
  Situation situation = healthy_line();
  for (const auto& name : {kTime, kDistribution}) answer_at_try(situation, kClosed1, name, 2);
  BOOST_CHECK(ask_stability(situation).verdict == Verdict::ok);
}

BOOST_AUTO_TEST_CASE(what_a_resolver_drops_for_its_edns_says_nothing_of_the_line) {
  Situation situation = healthy_line();
  for (const auto& server : {kClosed1, kClosed2}) {
    answer_at_try(situation, server, kLineauth, 2);
    answer_name(situation, server, kLineauth, Result::timeout, "", NameQuestion::Type::aaaa,
                NameQuestion::Way::udp_edns_alone);
    situation.seen.names.back().answer.lost = 3;
  }
  BOOST_TEST(number_of(ask_stability(situation)) == 281);  // answered the second time, perhaps the same way
  for (auto& named : situation.seen.names) {
    if (named.answer.lost == 1) named.answer.error = "EDNS";
  }
  BOOST_CHECK(ask_stability(situation).verdict == Verdict::ok);
}

BOOST_AUTO_TEST_CASE(what_gets_lost_while_dropped_edns_is_looked_for_counts) {
  for (int lost : {0, 1}) {
    Situation situation = healthy_line();
    answer_at_try(situation, kClosed1, kLineauth, 2);
    situation.seen.names.front().answer.error = "EDNS";
    answer_name(situation, kClosed1, kLineauth, Result::answer, kDistributionAddress,
                NameQuestion::Type::aaaa, NameQuestion::Way::udp_edns_alone);
    situation.seen.names.back().answer.lost = lost;
    const Finding finding = ask_stability(situation);
    BOOST_TEST(finding.facts.value("packets_lost").value() == std::to_string(1 + lost));
    BOOST_CHECK(finding.verdict == (lost == 0 ? Verdict::ok : Verdict::fail));
  }
}

BOOST_AUTO_TEST_CASE(a_resolver_that_never_answers_is_dead_and_says_nothing_of_the_line) {
  Situation situation = healthy_line();
  answer_all(situation, kClosed2, Result::timeout);
  answer_at_try(situation, kClosed2, kLineauth, 2);
  BOOST_CHECK(ask_stability(situation).verdict == Verdict::ok);
}

BOOST_AUTO_TEST_CASE(with_every_resolver_dead_there_is_nothing_to_count) {
  Situation situation = healthy_line();
  for (const auto& server : {kClosed1, kClosed2}) answer_all(situation, server, Result::timeout);
  const Finding finding = ask_stability(situation);
  BOOST_CHECK(finding.verdict == Verdict::not_run);
  BOOST_CHECK(finding.because_of == FindingNumber::resolver_silent);
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace onshi::test
