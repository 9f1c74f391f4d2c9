// SPDX-License-Identifier: GPL-3.0-or-later
// Sheets as heavier producers print them, and as other programs leave them.
#include <boost/test/unit_test.hpp>

#include "tests/unit/sheet/reading.h"

namespace onshi {
namespace {

using test::characters_of;
using test::only_fault_of;
using Password = MasterAccountSheet::Password;
using What = SheetFault::What;

const std::string kLongName =
    "医療法人社団架空会附属医療機関等名古屋架空記念総合在宅療養支援内科小児科アレルギー科リハビリテーション科"
    "架空医院";

SheetReading read(const std::string& name) { return test::read_file("producer_pdfs/" + name); }

void is_whole(const SheetWithPassword& read, Environment environment, const std::string& name = "架空医院") {
  const bool production = environment == Environment::production;
  const MasterAccountSheet& sheet = read.sheet;
  BOOST_TEST((sheet.environment == environment));
  BOOST_TEST((sheet.footer_environment == environment));
  BOOST_TEST(sheet.institution_code == "0110113719");
  BOOST_TEST(sheet.institution_name == name);
  BOOST_TEST(sheet.master_user_id == (production ? "M0110113719A" : "K0110113719A"));
  BOOST_TEST(sheet.master_user_name == "マスタアカウント");
  BOOST_TEST(sheet.reset_user_id == (production ? "R0110113719A" : "S0110113719A"));
  BOOST_TEST((sheet.master_password == Password::present));
  BOOST_TEST(characters_of(read.password) == (production ? "aB3$_x~9|-\\Q`'" : "kL0!Oo1lI^2z"));
  BOOST_TEST(sheet.unconfirmed.empty());
}

void are_both_whole(const std::string& file, const std::string& first_name = "架空医院") {
  BOOST_TEST_CONTEXT(file) {
    const SheetReading reading = read(file);
    BOOST_TEST(reading.faults.empty());
    BOOST_TEST_REQUIRE(reading.sheets.size() == 2);
    is_whole(reading.sheets[0], Environment::production, first_name);
    is_whole(reading.sheets[1], Environment::verification);
  }
}

}  // namespace

BOOST_AUTO_TEST_SUITE(reading_producers_tests)

BOOST_AUTO_TEST_CASE(both_environments_beside_each_other_on_one_page_of_chromium) {
  are_both_whole("chromium_beside.pdf");
}

BOOST_AUTO_TEST_CASE(both_environments_below_each_other_without_lines_on_one_page_of_libreoffice) {
  are_both_whole("libreoffice_below.pdf", kLongName);
}

BOOST_AUTO_TEST_CASE(full_width_digits_come_half_width_out_of_ghostscript) {
  are_both_whole("ghostscript_full_width.pdf");
}

BOOST_AUTO_TEST_CASE(printing_again_may_lose_or_confuse_characters_and_that_is_said) {
  for (const std::string file : {"ghostscript_of_reportlab.pdf", "ghostscript_of_chromium.pdf"}) {
    BOOST_TEST((only_fault_of(read(file))->what == What::pdf_no_unicode), file);
  }
}

BOOST_AUTO_TEST_CASE(a_page_that_is_turned_is_read_as_if_it_were_not) {
  for (const std::string file : {"turned_90.pdf", "turned_180.pdf", "turned_270.pdf", "beside_turned.pdf"}) {
    are_both_whole(file);
  }
}

BOOST_AUTO_TEST_CASE(the_order_in_which_words_were_drawn_does_not_matter) {
  const SheetReading reading = read("scattered.pdf");
  BOOST_TEST_REQUIRE(reading.sheets.size() == 1);
  is_whole(reading.sheets[0], Environment::production);
}

BOOST_AUTO_TEST_CASE(an_account_is_known_by_its_heading_and_not_by_its_place) {
  const SheetReading reading = read("reset_first.pdf");
  BOOST_TEST_REQUIRE(reading.sheets.size() == 1);
  is_whole(reading.sheets[0], Environment::production);
}

BOOST_AUTO_TEST_CASE(scripts_and_attachments_are_ignored) { are_both_whole("active.pdf"); }

BOOST_AUTO_TEST_CASE(a_packed_pdf_and_one_that_only_forbids_changes_are_read) {
  are_both_whole("packed.pdf");
  are_both_whole("owner_locked.pdf");
}

BOOST_AUTO_TEST_CASE(a_pdf_of_today_with_a_password_is_said_to_have_one) {
  BOOST_TEST((only_fault_of(read("locked.pdf"))->what == What::pdf_encrypted));
}

BOOST_AUTO_TEST_CASE(of_five_hundred_pages_the_first_ones_are_read) {
  are_both_whole("sheets_then_500.pdf");
  BOOST_TEST((only_fault_of(read("500_then_sheet.pdf"))->what == What::pdf_too_long));
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace onshi
