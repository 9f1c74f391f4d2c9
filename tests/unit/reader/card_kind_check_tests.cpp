// SPDX-License-Identifier: GPL-3.0-or-later
#include <boost/test/unit_test.hpp>

#include "tests/unit/reader/desk.h"

BOOST_AUTO_TEST_SUITE(card_kind_check_tests)

using namespace onshi;

namespace {

void expect(const test::Situation& situation, Verdict verdict, int number, const std::string& kind) {
  const Finding finding = test::of(test::check_desk(situation), "reader.card_kind");
  BOOST_TEST((finding.verdict == verdict), name_of(finding.verdict));
  BOOST_TEST(static_cast<int>(finding.number) == number);
  BOOST_TEST(finding.facts.value("card_kind").value() == kind);
}

}  // namespace

BOOST_AUTO_TEST_CASE(each_token_name_is_one_kind_of_card) {
  const std::tuple<std::string, Verdict, int, std::string> table[]{
      {"JPKIAPICCTOKEN2", Verdict::ok, 430, "my_number_card"},
      {"JPKIAPICCTOKEN", Verdict::fail, 432, "resident_card"},
      {"JPKIAPGPSETOKEN", Verdict::ok, 430, "android_phone"},
      {"JPKIAPIOSTOKEN", Verdict::ok, 430, "iphone"},
      {"JPKIAPICCTOKEN3", Verdict::attention, 433, "other_card"},
      {"", Verdict::attention, 433, "other_card"}};
  for (const auto& [token, verdict, number, kind] : table) {
    BOOST_TEST_CONTEXT(token) {
      expect(test::desk_where(test::kReadToken, test::token_answer(token)), verdict, number, kind);
    }
  }
}

BOOST_AUTO_TEST_CASE(a_token_name_may_be_padded_with_nothing) {
  std::string padded = test::token_answer("JPKIAPICCTOKEN2" + std::string(17, '\0'));
  expect(test::desk_where(test::kReadToken, padded), Verdict::ok, 430, "my_number_card");
}

BOOST_AUTO_TEST_CASE(a_card_that_does_not_know_the_application_is_another_card) {
  for (const char* status : {"6A82", "6A81", "6A86", "6D00", "6E00", "6700", "6999"}) {
    BOOST_TEST_CONTEXT(status) {
      expect(test::desk_where(test::kSelectApplication, status), Verdict::fail, 431, "foreign_card");
    }
  }
}

BOOST_AUTO_TEST_CASE(a_card_that_says_neither_yes_nor_no_is_not_called_wrong) {
  const std::pair<std::string, std::string> table[]{{test::kSelectApplication, "6F00"},
                                                    {test::kSelectToken, "6A82"},
                                                    {test::kReadToken, "6986"},
                                                    {test::kReadToken, "4A504B499000"}};
  for (const auto& [command, answer] : table) {
    BOOST_TEST_CONTEXT(command << " -> " << answer) {
      expect(test::desk_where(command, answer), Verdict::unknown, 434, "unclear_card");
    }
  }
}

BOOST_AUTO_TEST_CASE(the_pin_of_another_card_is_not_asked_for) {
  const Run run = test::check_desk(test::desk_where(test::kSelectApplication, "6A82"));
  BOOST_TEST((test::of(run, "reader.pin").verdict == Verdict::not_run));
  BOOST_TEST(static_cast<int>(test::of(run, "reader.pin").because_of.value()) == 431);
}

BOOST_AUTO_TEST_CASE(strange_bytes_in_a_token_name_become_question_marks) {
  const Run run = test::check_desk(test::desk_where(test::kReadToken, test::token_answer("A\x01\xFF"
                                                                                         "B")));
  BOOST_TEST(test::of(run, "reader.card_kind").facts.value("token").value() == "A??B");
}

BOOST_AUTO_TEST_SUITE_END()
