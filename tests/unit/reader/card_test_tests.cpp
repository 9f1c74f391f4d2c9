// SPDX-License-Identifier: GPL-3.0-or-later
#include <set>
#include <sstream>

#include <boost/test/unit_test.hpp>

#include "probes/reader/card_test.h"
#include "probes/world/recorded/recorded_world.h"
#include "probes/world/recorded/recording_world.h"
#include "tests/unit/reader/desk.h"
#include "tests/unit/reader/scripted_card.h"

BOOST_AUTO_TEST_SUITE(card_test_tests)

using namespace onshi;
using test::ScriptedCards;
using Line = ScriptedCards::Line;
using Lines = std::deque<Line>;
using What = CardTrouble::What;

namespace {

const std::string kToken = test::token_answer("JPKIAPICCTOKEN2");

Line trouble(What what) { return std::unexpected(CardTrouble{what}); }

CardSeen<CardReport> run(ScriptedCards& cards) {
  return test_card(cards, test::reader_with_card(test::kSony), Limit::of(std::chrono::seconds{5}));
}

What trouble_of(std::deque<Lines> sessions) {
  ScriptedCards cards(std::move(sessions));
  auto report = run(cards);
  BOOST_REQUIRE(!report.has_value());
  return report.error().what;
}

Lines good() { return {"9000", "9000", kToken, "9000", "63C3"}; }

Lines good_until(std::size_t step, What what) {
  Lines lines = good();
  lines.resize(step);
  lines.push_back(trouble(what));
  return lines;
}

}  // namespace

BOOST_AUTO_TEST_CASE(the_card_is_asked_exactly_the_five_steps) {
  ScriptedCards cards({good()});
  auto report = run(cards);
  BOOST_REQUIRE(report.has_value());
  BOOST_TEST((report->kind == CardKind::my_number_card));
  BOOST_TEST(report->token == "JPKIAPICCTOKEN2");
  BOOST_TEST(report->pin.left == 3);
  BOOST_TEST(report->reader == test::kSony);
  const std::vector<std::string> steps{test::kSelectApplication, test::kSelectToken, test::kReadToken,
                                       test::kSelectPin, test::kAskCounter};
  BOOST_TEST(cards.asked() == steps, boost::test_tools::per_element());
  BOOST_TEST(cards.opened() == 1);
}

BOOST_AUTO_TEST_CASE(another_card_is_asked_nothing_further) {
  ScriptedCards cards({{"6A82"}});
  BOOST_REQUIRE(run(cards).has_value());
  BOOST_TEST(cards.asked().size() == 1U);
}

BOOST_AUTO_TEST_CASE(a_card_pulled_out_at_any_step_is_no_card) {
  for (std::size_t step = 0; step < 5; ++step) {
    BOOST_TEST_CONTEXT(step) { BOOST_TEST((trouble_of({good_until(step, What::no_card)}) == What::no_card)); }
  }
}

BOOST_AUTO_TEST_CASE(after_a_reset_the_test_begins_again_at_step_one) {
  ScriptedCards cards({good_until(3, What::card_reset), good()});
  auto report = run(cards);
  BOOST_REQUIRE(report.has_value());
  BOOST_TEST(report->pin.left == 3);
  BOOST_TEST(cards.opened() == 2);
  BOOST_TEST(cards.asked().at(4) == test::kSelectApplication);
}

BOOST_AUTO_TEST_CASE(a_card_that_is_reset_for_ever_ends_after_three_starts) {
  ScriptedCards cards({good_until(1, What::card_reset), good_until(2, What::card_reset),
                       good_until(3, What::card_reset), good()});
  auto report = run(cards);
  BOOST_REQUIRE(!report.has_value());
  BOOST_TEST((report.error().what == What::card_reset));
  BOOST_TEST(cards.opened() == 3);
}

BOOST_AUTO_TEST_CASE(an_answer_without_a_status_word_is_a_failure) {
  BOOST_TEST((trouble_of({{""}}) == What::failed));
  BOOST_TEST((trouble_of({{"90"}}) == What::failed));
}

BOOST_AUTO_TEST_CASE(nothing_is_asked_when_the_time_is_over) {
  ScriptedCards cards({good()});
  auto report =
      test_card(cards, test::reader_with_card(test::kSony), Limit::of(std::chrono::milliseconds{0}));
  BOOST_TEST(!report.has_value());
  BOOST_TEST(cards.opened() == 0);
}

BOOST_AUTO_TEST_CASE(a_record_of_the_test_holds_the_allow_list_and_nothing_else) {
  const std::set<std::string> allowed{test::kSelectApplication, test::kSelectToken, test::kReadToken,
                                      test::kSelectPin, test::kAskCounter};
  const auto recording = recording_world(recorded_world(test::healthy_desk().seen, {}), {});
  BOOST_REQUIRE(
      test_card(recording->cards(), test::reader_with_card(test::kSony), Limit::of(std::chrono::hours{1}))
          .has_value());
  const Observations seen = recording->observations();
  BOOST_TEST(seen.cards.size() == 1U);
  for (const auto& [said, answer] : seen.cards.at(test::kSony).responses) {
    std::istringstream commands(said);  // a command, after the selection that it belongs to
    for (std::string command; commands >> command;) BOOST_TEST(allowed.contains(command), command);
    BOOST_TEST(answer.size() <= std::size_t{2 * (32 + 2)});
  }
}

BOOST_AUTO_TEST_SUITE_END()
