// SPDX-License-Identifier: GPL-3.0-or-later
#include <boost/test/unit_test.hpp>

#include "probes/sheet/page_parts.h"
#include "probes/sheet/sheet_layout.h"

namespace onshi {
namespace {

PageWord word(double left, double top, const std::string& text, bool pictured = false) {
  return {left, top, left + 8.0 * static_cast<double>(text.size()) / 3, top + 11, !pictured, text, pictured};
}

/// A sheet whose labels stand at `left`, its first row at `top`.
void draw(ReadPage& page, double left, double top, const std::string& environment,
          const std::string& letter) {
  const std::vector<std::pair<std::string, std::string>> rows{
      {"利用環境", environment},  {"医療機関等コード", "0110113719"}, {"医療機関等名", "架空医院"},
      {"ユーザID", "M" + letter}, {"パスワード", "pw" + letter},      {"ユーザID", "R" + letter}};
  for (const auto& [label, value] : rows) {
    page.words.push_back(word(left, top, label));
    page.words.push_back(word(left + 120, top, value));
    top += 20;
  }
}

}  // namespace

BOOST_AUTO_TEST_SUITE(page_parts_tests)

BOOST_AUTO_TEST_CASE(a_page_with_one_sheet_stays_whole) {
  ReadPage page;
  draw(page, 60, 60, "本番環境", "1");
  BOOST_TEST(page_parts(page, sheet_form()).size() == 1);
}

BOOST_AUTO_TEST_CASE(sheets_beside_and_below_each_other_are_told_apart) {
  for (const auto& [left, top] : {std::pair{400.0, 60.0}, std::pair{60.0, 400.0}, std::pair{400.0, 62.0}}) {
    ReadPage page;
    page.number = 3;
    draw(page, 60, 60, "本番環境", "1");
    draw(page, left, top, "接続検証環境", "2");
    const auto sheets = sheets_on_page(page, sheet_form());
    BOOST_TEST_REQUIRE(sheets.size() == 2);
    BOOST_TEST((sheets[0].sheet.environment == Environment::production));
    BOOST_TEST(sheets[0].sheet.master_user_id == "M1");
    BOOST_TEST(sheets[0].sheet.reset_user_id == "R1");
    BOOST_TEST((sheets[1].sheet.environment == Environment::verification));
    BOOST_TEST(sheets[1].sheet.master_user_id == "M2");
    BOOST_TEST(sheets[1].sheet.reset_user_id == "R2");
    BOOST_TEST(sheets[1].sheet.page == 3);
  }
}

BOOST_AUTO_TEST_CASE(a_label_that_goes_on_in_the_next_line_is_still_a_label) {
  ReadPage page;
  draw(page, 60, 60, "本番環境", "1");
  page.words[2] = word(60, 75, "医療機関等コー");  // instead of the whole label at 80
  page.words.push_back(word(60, 87, "ド"));
  const auto sheets = sheets_on_page(page, sheet_form());
  BOOST_TEST_REQUIRE(sheets.size() == 1);
  BOOST_TEST(sheets[0].sheet.institution_code == "0110113719");
  BOOST_TEST(sheets[0].sheet.institution_name == "架空医院");
}

BOOST_AUTO_TEST_CASE(one_recognised_word_makes_the_whole_page_a_guess) {
  ReadPage page;
  draw(page, 60, 60, "本番環境", "1");
  page.words[7] = word(180, 120, "|M1", true);
  const auto sheets = sheets_on_page(page, sheet_form());
  BOOST_TEST_REQUIRE(sheets.size() == 1);
  BOOST_TEST(sheets[0].sheet.master_user_id == "M1");
  BOOST_TEST(sheets[0].sheet.unconfirmed.size() == 5);
  BOOST_TEST(sheets[0].password.empty());
  BOOST_TEST((sheets[0].sheet.master_password == MasterAccountSheet::Password::must_be_typed));
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace onshi
