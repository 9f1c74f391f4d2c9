// SPDX-License-Identifier: GPL-3.0-or-later
#include <boost/test/unit_test.hpp>

#include "probes/sheet/sheet_layout.h"

namespace onshi {
namespace {

using Password = MasterAccountSheet::Password;

/// A page drawn row by row: what stands left, what stands right, all embedded.
class Drawing {
 public:
  Drawing& left(const std::string& text) { return word(60, text); }
  Drawing& right(const std::string& text) { return word(230, text); }
  Drawing& word(double x, const std::string& text, double dy = 0, bool embedded = true) {
    page_.words.push_back(
        {x, y_ + dy, x + 8.0 * static_cast<double>(text.size()) / 3, y_ + dy + 11, embedded, text});
    return *this;
  }
  Drawing& down(double points = 30) {
    y_ += points;
    return *this;
  }
  Drawing& row(const std::string& label, const std::string& value) {
    left(label);
    if (!value.empty()) right(value);
    return down();
  }
  [[nodiscard]] std::optional<SheetWithPassword> read() const { return sheet_on_page(page_, sheet_form()); }

 private:
  ReadPage page_;
  double y_ = 60;
};

Drawing head() {
  return Drawing()
      .row("利用環境", "本番環境")
      .row("医療機関等コード", "0110113719")
      .row("医療機関等名", "架空医院");
}

std::string password_of(const SheetWithPassword& read) {
  return read.password.reveal([](std::string_view characters) { return std::string(characters); });
}

}  // namespace

BOOST_AUTO_TEST_SUITE(sheet_layout_tests)

BOOST_AUTO_TEST_CASE(values_are_what_stands_right_of_their_labels) {
  const auto read = head().row("ユーザID", "M1").row("パスワード", "pw").row("ユーザID", "R1").read();
  BOOST_TEST_REQUIRE(read.has_value());
  BOOST_TEST((read->sheet.environment == Environment::production));
  BOOST_TEST(read->sheet.institution_code == "0110113719");
  BOOST_TEST(read->sheet.master_user_id == "M1");
  BOOST_TEST(read->sheet.reset_user_id == "R1");
  BOOST_TEST(password_of(*read) == "pw");
}

BOOST_AUTO_TEST_CASE(values_may_stand_below_their_labels_when_none_stands_beside) {
  Drawing page;
  page.word(60, "利用環境").word(150, "医療機関等コード").word(300, "医療機関等名").down();
  page.word(60, "本番環境").word(150, "0110113719").word(300, "架空医院").down();
  page.left("○マスタアカウント情報").down();
  page.word(60, "ユーザID").word(200, "ユーザ名").word(330, "パスワード※1").down();
  page.word(60, "M1").word(200, "マスタアカウント").word(330, "p:w~A").down();
  page.left("○マスタアカウントリセット用アカウント情報").down();
  page.left("ユーザID").down().left("R1").down().left("※1 初回ログイン時に変更").down();
  const auto read = page.read();
  BOOST_TEST_REQUIRE(read.has_value());
  BOOST_TEST((read->sheet.environment == Environment::production));
  BOOST_TEST(read->sheet.institution_code == "0110113719");
  BOOST_TEST(read->sheet.institution_name == "架空医院");
  BOOST_TEST(read->sheet.master_user_id == "M1");
  BOOST_TEST(read->sheet.master_user_name == "マスタアカウント");
  BOOST_TEST(read->sheet.reset_user_id == "R1");
  BOOST_TEST(password_of(*read) == "p:w~A");
}

BOOST_AUTO_TEST_CASE(an_empty_place_takes_nothing_from_below_where_values_stand_beside) {
  const auto read = head()
                        .row("ユーザID", "M1")
                        .left("パスワード")
                        .down(14)
                        .left("explained")
                        .down()
                        .row("ユーザID", "R1")
                        .read();
  BOOST_TEST_REQUIRE(read.has_value());
  BOOST_TEST((read->sheet.master_password == Password::empty));
  BOOST_TEST(read->password.empty());
}

BOOST_AUTO_TEST_CASE(two_labels_of_one_line_each_have_the_value_behind_them) {
  Drawing page;
  page.word(60, "利用環境")
      .word(130, "本番環境")
      .word(250, "医療機関等コード")
      .word(350, "0110113719")
      .down();
  page.row("医療機関等名", "架空医院");
  page.word(60, "ユーザID")
      .word(130, "M1")
      .word(250, "パスワード")
      .word(350, "pw")
      .down()
      .row("ユーザID", "R1");
  const auto read = page.read();
  BOOST_TEST_REQUIRE(read.has_value());
  BOOST_TEST((read->sheet.environment == Environment::production));
  BOOST_TEST(read->sheet.institution_code == "0110113719");
  BOOST_TEST(read->sheet.master_user_id == "M1");
  BOOST_TEST(password_of(*read) == "pw");
}

BOOST_AUTO_TEST_CASE(labels_may_be_half_width_letter_by_letter_or_with_a_colon) {
  Drawing page;
  page.word(60, "利").word(75, "用").word(90, "環").word(105, "境").right("接続検証環境").down();
  page.row("医療機関等ｺｰﾄﾞ：", "01-1011371-9").row("医療機関等名", "架空医院");
  page.row("ユーザーＩＤ", "M1").row("パスワード※1", "pw").row("ﾕｰｻﾞID", "R1");
  const auto read = page.read();
  BOOST_TEST_REQUIRE(read.has_value());
  BOOST_TEST((read->sheet.environment == Environment::verification));
  BOOST_TEST(read->sheet.institution_code == "0110113719");
  BOOST_TEST(read->sheet.master_user_id == "M1");
  BOOST_TEST(password_of(*read) == "pw");
}

BOOST_AUTO_TEST_CASE(a_value_glued_to_its_label_by_a_colon_keeps_every_character) {
  const auto read =
      head().left("ユーザID:M1").down().left("パスワード：p:w~A").down().left("ユーザID：R1").read();
  BOOST_TEST_REQUIRE(read.has_value());
  BOOST_TEST(read->sheet.master_user_id == "M1");
  BOOST_TEST(read->sheet.reset_user_id == "R1");
  BOOST_TEST(password_of(*read) == "p:w~A");
}

BOOST_AUTO_TEST_CASE(a_name_that_begins_like_its_label_is_kept_whole) {
  const auto read = Drawing()
                        .row("利用環境", "本番環境")
                        .row("医療機関等コード", "0110113719")
                        .row("医療機関等名", "医療機関等名古屋架空医院")
                        .row("ユーザID", "M1")
                        .read();
  BOOST_TEST_REQUIRE(read.has_value());
  BOOST_TEST(read->sheet.institution_name == "医療機関等名古屋架空医院");
}

BOOST_AUTO_TEST_CASE(the_heading_below_ends_the_name) {
  const auto read =
      head().right("附属分院").down(14).row("○マスタアカウント情報", "のこり").row("ユーザID", "M1").read();
  BOOST_TEST_REQUIRE(read.has_value());
  BOOST_TEST(read->sheet.institution_name == "架空医院附属分院");
}

BOOST_AUTO_TEST_CASE(words_of_a_name_keep_their_space) {
  const auto read = Drawing()
                        .row("利用環境", "本番環境")
                        .row("医療機関等コード", "0110113719")
                        .left("医療機関等名")
                        .right("医療法人")
                        .word(300, "架空医院")
                        .down()
                        .row("ユーザID", "M1")
                        .read();
  BOOST_TEST(read->sheet.institution_name == "医療法人 架空医院");
}

BOOST_AUTO_TEST_CASE(a_value_set_a_little_lower_still_belongs_to_its_label) {
  const auto read = head().left("ユーザID").word(230, "M1", 4).down().row("ユーザID", "R1").read();
  BOOST_TEST(read->sheet.master_user_id == "M1");
}

BOOST_AUTO_TEST_CASE(an_id_of_two_words_or_in_a_foreign_font_is_left_out) {
  BOOST_TEST(head().left("ユーザID").right("M1").word(300, "X").down().read()->sheet.master_user_id.empty());
  BOOST_TEST(head().left("ユーザID").word(230, "M1", 0, false).down().read()->sheet.master_user_id.empty());
}

BOOST_AUTO_TEST_CASE(an_empty_place_is_an_empty_password_only_when_the_rest_is_sure) {
  const auto sure = head().row("ユーザID", "M1").row("パスワード", "").row("ユーザID", "R1").read();
  BOOST_TEST((sure->sheet.master_password == Password::empty));
  const auto without_reset = head().row("ユーザID", "M1").row("パスワード", "").row("ユーザID", "").read();
  BOOST_TEST((without_reset->sheet.master_password == Password::must_be_typed));
  const auto foreign = head()
                           .row("ユーザID", "M1")
                           .row("パスワード", "")
                           .row("ユーザID", "R1")
                           .word(60, "備考", 0, false)
                           .read();
  BOOST_TEST((foreign->sheet.master_password == Password::must_be_typed));
}

BOOST_AUTO_TEST_CASE(the_explanation_beside_the_second_password_is_never_a_password) {
  const auto read = head().row("ユーザID", "M1").row("ユーザID", "R1").row("パスワード", "1234").read();
  BOOST_TEST_REQUIRE(read.has_value());
  BOOST_TEST(read->password.empty());
  BOOST_TEST((read->sheet.master_password == Password::must_be_typed));
}

BOOST_AUTO_TEST_CASE(an_environment_that_is_not_one_of_the_two_stays_open) {
  const auto read = Drawing()
                        .row("利用環境", "練習環境")
                        .row("医療機関等コード", "0110113719")
                        .row("医療機関等名", "架空医院")
                        .row("ユーザID", "M1")
                        .read();
  BOOST_TEST(!read->sheet.environment.has_value());
}

BOOST_AUTO_TEST_CASE(a_page_with_few_of_the_labels_is_no_sheet) {
  BOOST_TEST(
      !Drawing().row("ユーザID", "M1").row("パスワード", "pw").row("ユーザ名", "x").read().has_value());
  BOOST_TEST(!head().row("パスワード", "pw").read().has_value());
  BOOST_TEST(!Drawing().row("パスワードは大切に", "").read().has_value());
  BOOST_TEST(!Drawing().read().has_value());
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace onshi
