// SPDX-License-Identifier: GPL-3.0-or-later
// 秘密の番号 written by hand into its place on the sheet, or printed there one day, is not taken.
#include <boost/test/unit_test.hpp>

#include "probes/sheet/sheet_layout.h"

namespace onshi {
namespace {

struct Row {
  const char* label;
  const char* value;
};

std::optional<SheetWithPassword> read(std::initializer_list<Row> rows) {
  ReadPage page;
  double y = 60;
  for (const Row& row : rows) {
    for (const auto& [x, text] : {std::pair{60.0, row.label}, std::pair{230.0, row.value}}) {
      if (*text != '\0') page.words.push_back({x, y, x + 80, y + 11, true, text});
    }
    y += 30;
  }
  return sheet_on_page(page, sheet_form());
}

bool is_in(const SheetWithPassword& read, const std::string& number) {
  const MasterAccountSheet& sheet = read.sheet;
  const std::string all = sheet.institution_code + " " + sheet.institution_name + " " + sheet.master_user_id +
                          " " + sheet.master_user_name + " " + sheet.reset_user_id + " " + sheet.file;
  return all.find(number) != std::string::npos || read.password.reveal([&](std::string_view characters) {
    return characters.find(number) != std::string_view::npos;
  });
}

}  // namespace

BOOST_AUTO_TEST_SUITE(secret_number_tests)

BOOST_AUTO_TEST_CASE(what_stands_in_the_place_of_the_reset_password_is_not_taken) {
  for (const char* master_password : {"pw", ""}) {
    const auto sheet = read({{"利用環境", "本番環境"},
                             {"医療機関等コード", "0110113719"},
                             {"医療機関等名", "架空医院"},
                             {"ユーザID", "M1"},
                             {"ユーザ名", "マスタアカウント"},
                             {"パスワード", master_password},
                             {"ユーザID", "R1"},
                             {"パスワード", "7391"}});
    BOOST_TEST_REQUIRE(sheet.has_value());
    BOOST_TEST(sheet->sheet.reset_user_id == "R1");
    BOOST_TEST(!is_in(*sheet, "7391"), master_password);
  }
}

BOOST_AUTO_TEST_CASE(a_sheet_that_lost_its_master_password_line_does_not_take_the_reset_accounts) {
  const auto sheet = read({{"利用環境", "本番環境"},
                           {"医療機関等コード", "0110113719"},
                           {"医療機関等名", "架空医院"},
                           {"ユーザID", "M1"},
                           {"ユーザID", "R1"},
                           {"パスワード", "7391"}});
  BOOST_TEST_REQUIRE(sheet.has_value());
  BOOST_TEST(!is_in(*sheet, "7391"));
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace onshi
