// SPDX-License-Identifier: GPL-3.0-or-later
#include <boost/test/unit_test.hpp>

#include "probes/site/search_key.h"

using namespace onshi;

BOOST_AUTO_TEST_SUITE(search_key_tests)

BOOST_AUTO_TEST_CASE(every_way_to_write_a_word_is_one_key) {
  const std::vector<std::vector<const char*>> same{
      {"ひみつのばんごう", "ヒミツノバンゴウ", "ﾋﾐﾂﾉﾊﾞﾝｺﾞｳ", "himitsunobangou", "himitunobangou",
       "HIMITSU NO BANGO", "himitsu no bangō"},
      {"しょうけい", "ショウケイ", "shoukei", "syoukei", "shōkei", "ＳＨＯＫＥＩ"},
      {"ちほうこうせいきょく", "chihoukouseikyoku", "tihoukouseikyoku"},
      {"つうちしょ", "tsuuchisho", "tuutisyo", "tsūchisho", "ツーチショ"},
      {"じっしきかん", "jisshikikan", "zissikikan", "jissikikan"},
      {"マスターアカウント", "マスタアカウント", "masutaakaunto", "masuta-akaunto"},
      {"フォルダー", "ふぉるだ", "foruda", "forudā"},
      {"シェア", "shea", "syea"},
      {"チェック", "chekku", "tyekku"},
      {"マッチ", "matchi", "macchi", "matti"},
      {"しんぶん", "shimbun", "sinbun"},
      {"お客さまID", "お客様ＩＤ", ""},
      {"0800-080-4583", "０８００－０８０－４５８３", "08000804583"},
  };
  for (const auto& group : same) {
    for (const char* text : group) {
      const bool differs = std::string_view(text) == "お客様ＩＤ" || *text == '\0';
      BOOST_TEST((search_key(text) == search_key(group.front())) == !differs, text);
    }
  }
}

BOOST_AUTO_TEST_CASE(what_differs_stays_different) {
  for (const auto& [one, other] : std::vector<std::pair<const char*, const char*>>{{"かき", "かぎ"},
                                                                                   {"しか", "しが"},
                                                                                   {"ほけん", "ほんけん"},
                                                                                   {"きょう", "きゅう"},
                                                                                   {"承継", "継承"}}) {
    BOOST_TEST(search_key(one) != search_key(other), one);
  }
}

BOOST_AUTO_TEST_CASE(a_query_is_words_and_else_pieces_of_one_script) {
  BOOST_TEST(search_words("  パスワード　忘れた ").size() == 2U);
  BOOST_TEST(search_words(" 、。・ ").empty());
  BOOST_TEST(search_words("").empty());
  const std::vector<std::string> expected{search_key("パスワード"), search_key("忘")};
  BOOST_TEST(search_pieces("パスワードを忘れた") == expected, boost::test_tools::per_element());
  BOOST_TEST(search_pieces("ひみつ").size() == 1U);
  BOOST_TEST(search_pieces("。。").empty());
}

BOOST_AUTO_TEST_CASE(bytes_of_strangers_break_nothing) {
  for (const char* text : {"\xff\xfe", "\xe3\x81", "ゃゅょ", "ァ", "ー", "ッッッ", "<a"}) {
    BOOST_CHECK_NO_THROW(static_cast<void>(search_key(text)));
    BOOST_CHECK_NO_THROW(static_cast<void>(search_pieces(text)));
  }
}

BOOST_AUTO_TEST_SUITE_END()
