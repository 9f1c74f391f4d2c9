// SPDX-License-Identifier: GPL-3.0-or-later
#include <boost/test/unit_test.hpp>

#include "tests/unit/sheet/reading.h"

namespace onshi {
namespace {

using test::characters_of;
using test::only_fault_of;
using test::read_pdf;
using Password = MasterAccountSheet::Password;
using What = SheetFault::What;

const std::string kLongName =
    "医療法人社団架空会附属医療機関等名古屋架空記念総合在宅療養支援内科小児科アレルギー科リハビリテーション科"
    "架空医院";

MasterAccountSheet production(const std::string& file) {
  MasterAccountSheet sheet;
  sheet.environment = Environment::production;
  sheet.footer_environment = Environment::production;
  sheet.institution_code = "0110113719";
  sheet.institution_name = "架空医院";
  sheet.master_user_id = "M0110113719A";
  sheet.master_user_name = "マスタアカウント";
  sheet.master_password = Password::present;
  sheet.reset_user_id = "R0110113719A";
  sheet.file = file;
  sheet.page = 1;
  return sheet;
}

MasterAccountSheet verification(const std::string& file, int page) {
  MasterAccountSheet sheet = production(file);
  sheet.environment = Environment::verification;
  sheet.footer_environment = Environment::verification;
  sheet.master_user_id = "K0110113719A";
  sheet.reset_user_id = "S0110113719A";
  sheet.page = page;
  return sheet;
}

SheetWithPassword only_sheet(const std::string& name) {
  SheetReading reading = read_pdf(name);
  BOOST_TEST_REQUIRE(reading.sheets.size() == 1, name);
  BOOST_TEST(reading.faults.empty(), name);
  return reading.sheets.front();
}

}  // namespace

BOOST_AUTO_TEST_SUITE(reading_pdf_tests)

BOOST_AUTO_TEST_CASE(every_field_is_read_from_the_pdf_of_each_producer) {
  const SheetWithPassword reportlab = only_sheet("production.pdf");
  BOOST_TEST((reportlab.sheet == production("production.pdf")));
  BOOST_TEST(characters_of(reportlab.password) == "aB3$_x~9|-\\Q`'");
  const SheetWithPassword cairo = only_sheet("cairo.pdf");
  BOOST_TEST((cairo.sheet == verification("cairo.pdf", 1)));
  BOOST_TEST(characters_of(cairo.password) == "kL0!Oo1lI^2z");
}

BOOST_AUTO_TEST_CASE(two_pages_are_two_sheets) {
  for (const std::string name : {"both.pdf", "weasyprint_both.pdf"}) {
    const SheetReading reading = read_pdf(name);
    BOOST_TEST_REQUIRE(reading.sheets.size() == 2, name);
    BOOST_TEST((reading.sheets[0].sheet == production(name)), name);
    BOOST_TEST((reading.sheets[1].sheet == verification(name, 2)), name);
    BOOST_TEST(characters_of(reading.sheets[0].password) == "aB3$_x~9|-\\Q`'");
    BOOST_TEST(characters_of(reading.sheets[1].password) == "kL0!Oo1lI^2z");
  }
}

BOOST_AUTO_TEST_CASE(a_name_over_several_lines_is_put_together) {
  for (const std::string name : {"long_name_middle.pdf", "long_name_top.pdf"}) {
    MasterAccountSheet expected = production(name);
    expected.institution_name = kLongName;
    BOOST_TEST((only_sheet(name).sheet == expected), name);
  }
}

BOOST_AUTO_TEST_CASE(an_empty_password_is_a_normal_sheet) {
  const SheetWithPassword read = only_sheet("empty_password.pdf");
  BOOST_TEST((read.sheet.master_password == Password::empty));
  BOOST_TEST(read.password.empty());
  BOOST_TEST(read.sheet.master_user_id == "M0110113719A");
}

BOOST_AUTO_TEST_CASE(full_width_codes_and_ids_become_half_width) {
  const SheetWithPassword read = only_sheet("full_width.pdf");
  BOOST_TEST(read.sheet.institution_code == "0110113719");
  BOOST_TEST(read.sheet.master_user_id == "M0123");
  BOOST_TEST(read.sheet.reset_user_id == "R456");
}

BOOST_AUTO_TEST_CASE(a_password_that_is_not_beyond_doubt_is_left_to_a_person) {
  for (const std::string name :
       {"full_width_password.pdf", "two_words_password.pdf", "outside_font.pdf", "outside_values.pdf"}) {
    const SheetWithPassword read = only_sheet(name);
    BOOST_TEST((read.sheet.master_password == Password::must_be_typed), name);
    BOOST_TEST(read.password.empty(), name);
  }
}

BOOST_AUTO_TEST_CASE(ids_in_a_font_that_is_not_embedded_are_left_to_a_person) {
  const SheetWithPassword read = only_sheet("outside_font.pdf");
  BOOST_TEST(read.sheet.master_user_id.empty());
  BOOST_TEST(read.sheet.reset_user_id.empty());
  BOOST_TEST(read.sheet.institution_code == "0110113719");
  BOOST_TEST((read.sheet.environment == Environment::production));
}

BOOST_AUTO_TEST_CASE(radicals_are_read_as_the_characters_that_they_stand_for) {
  BOOST_TEST(only_sheet("radicals.pdf").sheet.institution_name == "用心医院");
}

BOOST_AUTO_TEST_CASE(missing_fields_stay_empty_and_do_not_take_their_neighbours) {
  MasterAccountSheet expected = production("missing_fields.pdf");
  expected.institution_code.clear();
  expected.reset_user_id.clear();
  BOOST_TEST((only_sheet("missing_fields.pdf").sheet == expected));
}

BOOST_AUTO_TEST_CASE(a_footer_of_the_other_environment_is_kept_for_the_checks) {
  const SheetWithPassword read = only_sheet("other_footer.pdf");
  BOOST_TEST((read.sheet.environment == Environment::production));
  BOOST_TEST((read.sheet.footer_environment == Environment::verification));
}

BOOST_AUTO_TEST_CASE(a_pdf_that_only_forbids_printing_is_read) {
  BOOST_TEST((only_sheet("owner_only.pdf").sheet == production("owner_only.pdf")));
}

BOOST_AUTO_TEST_CASE(each_bad_pdf_has_its_own_cause) {
  struct Row {
    std::string file;
    What what;
  };
  for (const Row& row :
       {Row{"encrypted.pdf", What::pdf_encrypted}, Row{"cut.pdf", What::pdf_damaged},
        Row{"rubbish.pdf", What::pdf_damaged}, Row{"picture.pdf", What::pdf_no_text},
        Row{"no_unicode.pdf", What::pdf_no_unicode}, Row{"letter.pdf", What::pdf_no_sheet},
        Row{"many_pages.pdf", What::pdf_too_long}, Row{"many_words.pdf", What::pdf_too_long},
        Row{"long_word.pdf", What::pdf_no_sheet}, Row{"huge_page.pdf", What::pdf_no_sheet}}) {
    const auto fault = only_fault_of(read_pdf(row.file));
    BOOST_TEST_REQUIRE(fault.has_value(), row.file);
    BOOST_TEST(name_of(fault->what) == name_of(row.what), row.file);
    BOOST_TEST(fault->file == row.file);
  }
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace onshi
