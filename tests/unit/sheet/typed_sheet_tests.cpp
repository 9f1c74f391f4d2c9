// SPDX-License-Identifier: GPL-3.0-or-later
#include <boost/test/unit_test.hpp>

#include "probes/sheet/typed_sheet.h"

namespace onshi {
namespace {

using Kind = LookAlike::Kind;

std::optional<std::size_t> refused_in(std::string characters) {
  return refused_character(Secret::take(std::move(characters)));
}

std::string kinds_in(std::string_view text) {
  std::string all;
  for (const LookAlike& each : look_alikes(text)) {
    all += std::to_string(each.position) + "=" + std::string(name_of(each.kind)) + " ";
  }
  return all;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(typed_sheet_tests)

BOOST_AUTO_TEST_CASE(codes_and_ids_typed_with_the_japanese_input_on_become_half_width) {
  const MasterAccountSheet sheet =
      sheet_from({Environment::verification, "０１１０１１３７１９", "　架空 医院 ", "Ｍ０１ａ", " r01 ２"},
                 Secret::take("pw"));
  BOOST_TEST((sheet.environment == Environment::verification));
  BOOST_TEST(sheet.institution_code == "0110113719");
  BOOST_TEST(sheet.institution_name == "架空 医院");
  BOOST_TEST(sheet.master_user_id == "M01a");
  BOOST_TEST(sheet.reset_user_id == "r012");
  BOOST_TEST((sheet.master_password == MasterAccountSheet::Password::present));
  BOOST_TEST(sheet.file == "typed");
  BOOST_TEST(sheet.page == 0);
}

BOOST_AUTO_TEST_CASE(a_paper_without_a_password_is_an_empty_one) {
  BOOST_TEST((sheet_from({}, Secret()).master_password == MasterAccountSheet::Password::empty));
}

BOOST_AUTO_TEST_CASE(ids_are_letters_and_digits) {
  for (const std::string id : {"M0110113719A", "a", "0"}) BOOST_TEST(is_user_id(id), id);
  for (const std::string id : {"", "M-1", "M 1", "M１", "Mé", "M_1"}) BOOST_TEST(!is_user_id(id), id);
}

BOOST_AUTO_TEST_CASE(a_password_is_refused_at_the_first_full_width_character) {
  BOOST_TEST((refused_in("aB3$~ `\\") == std::nullopt));
  BOOST_TEST((refused_in("") == std::nullopt));
  BOOST_TEST((refused_in("ａB") == 0U));
  BOOST_TEST((refused_in("aB３") == 2U));
  BOOST_TEST((refused_in("あいa") == 0U));
  BOOST_TEST((refused_in("ab\t") == 2U));
  BOOST_TEST((refused_in("pw　") == 2U));
}

BOOST_AUTO_TEST_CASE(characters_that_are_taken_for_others_are_pointed_out) {
  BOOST_TEST(kinds_in("0A") == "0=zero_o ");
  BOOST_TEST(kinds_in("aOl") == "1=zero_o 2=one_l_i ");
  BOOST_TEST(kinds_in("1I|") == "0=one_l_i 1=one_l_i 2=one_l_i ");
  BOOST_TEST(kinds_in("-_") == "0=dash 1=dash ");
  BOOST_TEST(kinds_in("2Z5S8B") == "0=two_z 1=two_z 2=five_s 3=five_s 4=eight_b 5=eight_b ");
  BOOST_TEST(kinds_in("'`\".,:; ") ==
             "0=quote 1=quote 2=quote 3=dot_comma 4=dot_comma 5=dot_comma 6=dot_comma 7=space ");
  BOOST_TEST(kinds_in("あ0") == "1=zero_o ");
  BOOST_TEST(kinds_in("aAcC34") == "");
}

BOOST_AUTO_TEST_CASE(a_field_that_was_typed_anew_waits_no_longer) {
  MasterAccountSheet before;
  before.environment = Environment::production;
  before.institution_code = "0110113719";
  before.master_user_id = "MO110";
  before.reset_user_id = "R0110";
  before.unconfirmed = {SheetEntry::environment, SheetEntry::institution_code, SheetEntry::master_user_id,
                        SheetEntry::reset_user_id};
  MasterAccountSheet now = before;
  BOOST_TEST((still_unconfirmed(before, now) == before.unconfirmed));
  now.master_user_id = "M0110";
  const std::set<SheetEntry> three{SheetEntry::environment, SheetEntry::institution_code,
                                   SheetEntry::reset_user_id};
  BOOST_TEST((still_unconfirmed(before, now) == three));
  now.environment = Environment::verification;
  now.institution_code = "0110113710";
  now.reset_user_id = "R01";
  BOOST_TEST(still_unconfirmed(before, now).empty());
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace onshi
