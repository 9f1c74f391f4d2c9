// SPDX-License-Identifier: GPL-3.0-or-later
#include <boost/test/unit_test.hpp>

#include "probes/site/text.h"

using namespace onshi;

BOOST_AUTO_TEST_SUITE(text_tests)

BOOST_AUTO_TEST_CASE(widths_and_radicals_become_ordinary_characters) {
  const std::pair<const char*, const char*> rows[] = {
      {"", ""},
      {"架空医院", "架空医院"},
      {"ＡＢＣ１２３", "ABC123"},
      {"ｱﾎﾟﾛ歯科", "アポロ歯科"},
      {"\u2F79\u2F08", "网人"},          // Kangxi radicals
      {"\u2ED1野\u2EED科", "長野歯科"},  // radicals of the supplement, as PDF fonts give them
      {"か\u3099", "が"},
      {"㈱架空", "(株)架空"},
      {"　", " "},
      {"髙﨑 \U00020BB7", "髙﨑 \U00020BB7"},  // names keep their own characters
  };
  for (const auto& [text, normalised] : rows) {
    BOOST_TEST_CONTEXT(text) { BOOST_TEST(normalise_text(text) == normalised); }
  }
}

BOOST_AUTO_TEST_CASE(broken_text_is_kept_as_it_is) {
  for (const std::string text : {"Ａ\xFF", "\xE3\x81", "\xC0\x80", "\xED\xA0\x80"}) {
    BOOST_TEST(normalise_text(text) == text);
    BOOST_TEST(!is_valid_utf8(text));
  }
}

BOOST_AUTO_TEST_CASE(a_zero_byte_does_not_cut_the_text) {
  const std::string text("Ａ\0Ｂ", 7);
  BOOST_TEST(normalise_text(text) == std::string("A\0B", 3));
}

BOOST_AUTO_TEST_CASE(names_are_equal_however_they_were_typed) {
  const std::pair<const char*, const char*> same[] = {
      {"架空 医院", "架空　医院"},
      {"架空医院", "架 空 医 院"},
      {"ﾊｰﾄ〜医院", "ハート～医院"},
      {"A－B", "A−B"},
      {"A-B", "A‐B"},
      {"あ—い", "あ―い"},
      {"ＨＡＲＵ", "HARU"},
      {"架空\n医院", "架空医院"},
  };
  for (const auto& [left, right] : same) {
    BOOST_TEST_CONTEXT(left << " / " << right) { BOOST_TEST(folded_name(left) == folded_name(right)); }
  }
}

BOOST_AUTO_TEST_CASE(different_names_stay_different) {
  const std::pair<const char*, const char*> different[] = {
      {"架空医院", "架空病院"}, {"ハート医院", "ハト医院"},
      {"高橋", "髙橋"},         {"haru", "HARU"},
      {"A-B", "A~B"},           {"A-B", "AB"},
  };
  for (const auto& [left, right] : different) {
    BOOST_TEST_CONTEXT(left << " / " << right) { BOOST_TEST(folded_name(left) != folded_name(right)); }
  }
}

BOOST_AUTO_TEST_CASE(the_first_foreign_character_is_counted_in_characters) {
  BOOST_TEST(first_foreign_character("") == std::string_view::npos);
  BOOST_TEST(first_foreign_character("aB3 ~!") == std::string_view::npos);
  BOOST_TEST(first_foreign_character("ab１2") == 2U);
  BOOST_TEST(first_foreign_character("１") == 0U);
  BOOST_TEST(first_foreign_character("a\tb") == 1U);
  BOOST_TEST(first_foreign_character("ab\x7F") == 2U);
  BOOST_TEST(first_foreign_character("a\xFF") == 1U);
}

BOOST_AUTO_TEST_CASE(printable_ascii_is_space_to_tilde) {
  BOOST_TEST(is_printable_ascii(""));
  BOOST_TEST(is_printable_ascii(" ~"));
  BOOST_TEST(!is_printable_ascii("\n"));
  BOOST_TEST(!is_printable_ascii("パスワード"));
}

BOOST_AUTO_TEST_SUITE_END()
