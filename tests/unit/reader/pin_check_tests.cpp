// SPDX-License-Identifier: GPL-3.0-or-later
#include <boost/test/unit_test.hpp>

#include "tests/unit/reader/desk.h"

BOOST_AUTO_TEST_SUITE(pin_check_tests)

using namespace onshi;

namespace {

Finding pin(const test::Situation& situation) { return test::of(test::check_desk(situation), "reader.pin"); }

test::Situation phone_where(const std::string& command, const std::string& answer) {
  test::Situation situation = test::desk_where(command, answer);
  situation.seen.cards[test::kSony].responses[test::kReadToken] = test::token_answer("JPKIAPIOSTOKEN");
  return situation;
}

}  // namespace

BOOST_AUTO_TEST_CASE(each_answer_to_the_empty_verify_has_its_meaning) {
  const std::tuple<const char*, Verdict, int> table[]{
      {"63C3", Verdict::ok, 440},        {"63C2", Verdict::ok, 440},        {"63C1", Verdict::attention, 442},
      {"63C0", Verdict::attention, 441}, {"6983", Verdict::attention, 441}, {"6984", Verdict::attention, 441},
      {"9000", Verdict::ok, 440},        {"6A88", Verdict::unknown, 443}};
  for (const auto& [answer, verdict, number] : table) {
    BOOST_TEST_CONTEXT(answer) {
      const Finding finding = pin(test::desk_where(test::kAskCounter, answer));
      BOOST_TEST((finding.verdict == verdict), name_of(finding.verdict));
      BOOST_TEST(static_cast<int>(finding.number) == number);
      BOOST_TEST(finding.facts.value("status_word").value() == answer);
    }
  }
}

BOOST_AUTO_TEST_CASE(the_tries_left_are_a_fact_when_the_card_tells_them) {
  BOOST_TEST(pin(test::desk_where(test::kAskCounter, "63C2")).facts.value("tries_left").value() == "2");
  BOOST_TEST(!pin(test::desk_where(test::kAskCounter, "9000")).facts.value("tries_left").has_value());
}

BOOST_AUTO_TEST_CASE(a_locked_pin_leaves_the_reader_good) {
  const Run run = test::check_desk(test::desk_where(test::kAskCounter, "63C0"));
  BOOST_TEST((run.verdict() == Verdict::attention));
  for (const char* check : {"reader.readers", "reader.card", "reader.card_kind"}) {
    BOOST_TEST((test::of(run, check).verdict == Verdict::ok));
  }
}

BOOST_AUTO_TEST_CASE(a_card_without_the_counters_file_leaves_the_count_unknown) {
  BOOST_TEST(static_cast<int>(pin(test::desk_where(test::kSelectPin, "6A82")).number) == 443);
}

BOOST_AUTO_TEST_CASE(a_phone_need_not_tell_the_count) {
  BOOST_TEST((pin(phone_where(test::kSelectPin, "6A82")).verdict == Verdict::ok));
  BOOST_TEST((pin(phone_where(test::kAskCounter, "63C0")).verdict == Verdict::attention));
}

BOOST_AUTO_TEST_SUITE_END()
