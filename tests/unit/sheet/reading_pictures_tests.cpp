// SPDX-License-Identifier: GPL-3.0-or-later
// Scans through the real recogniser. What it makes of a character is its own affair: only what a person is
// then asked to confirm is asserted, and that it comes near enough to be of use.
#include <boost/test/unit_test.hpp>

#include "tests/unit/sheet/reading.h"
#include "tests/unit/sheet/zip_file.h"

namespace onshi {
namespace {

using test::only_fault_of;
using test::read_bytes;
using test::zip_of;
using Password = MasterAccountSheet::Password;
using What = SheetFault::What;

std::string picture(const std::string& name) { return test::file_bytes("pictures/" + name); }
SheetReading read(const std::string& name) { return test::read_file("pictures/" + name); }

void waits_for_a_person(const SheetWithPassword& read, Environment environment) {
  const MasterAccountSheet& sheet = read.sheet;
  BOOST_TEST((sheet.environment == environment));
  BOOST_TEST(sheet.institution_code == "0110113719");
  BOOST_TEST(sheet.institution_name == "架空医院");
  BOOST_TEST(sheet.master_user_id.ends_with("110113719A"), sheet.master_user_id);
  BOOST_TEST(sheet.reset_user_id.ends_with("110113719A"), sheet.reset_user_id);
  BOOST_TEST((sheet.master_password == Password::must_be_typed));
  BOOST_TEST(read.password.empty());
  const std::set<SheetEntry> everything{SheetEntry::environment, SheetEntry::institution_code,
                                        SheetEntry::institution_name, SheetEntry::master_user_id,
                                        SheetEntry::reset_user_id};
  BOOST_TEST((sheet.unconfirmed == everything));
}

void wait_for_a_person(const std::string& file, std::vector<Environment> environments) {
  BOOST_TEST_CONTEXT(file) {
    const SheetReading reading = read(file);
    BOOST_TEST(reading.faults.empty());
    BOOST_TEST_REQUIRE(reading.sheets.size() == environments.size());
    for (std::size_t index = 0; index < environments.size(); ++index) {
      waits_for_a_person(reading.sheets[index], environments[index]);
      BOOST_TEST(reading.sheets[index].sheet.page == static_cast<int>(index) + 1);
    }
  }
}

}  // namespace

BOOST_AUTO_TEST_SUITE(reading_pictures_tests)

BOOST_AUTO_TEST_CASE(every_kind_of_picture_is_read_for_a_person_to_confirm) {
  wait_for_a_person("plain.png", {Environment::production});
  wait_for_a_person("scan.jpg", {Environment::production});      // a little askew
  wait_for_a_person("turned.tif", {Environment::verification});  // lying on its side
  wait_for_a_person("both.tif", {Environment::production, Environment::verification});
}

BOOST_AUTO_TEST_CASE(a_pdf_of_pictures_is_read_page_by_page) {
  wait_for_a_person("scan.pdf", {Environment::production, Environment::verification});
}

BOOST_AUTO_TEST_CASE(the_text_that_a_scanner_put_under_its_picture_is_no_surer_than_our_own) {
  const SheetReading reading = read("scanner_text.pdf");
  BOOST_TEST_REQUIRE(reading.sheets.size() == 1);
  const SheetWithPassword& sheet = reading.sheets.front();
  BOOST_TEST((sheet.sheet.master_password == Password::must_be_typed));
  BOOST_TEST(sheet.password.empty());
  BOOST_TEST(sheet.sheet.unconfirmed.contains(SheetEntry::master_user_id));
}

BOOST_AUTO_TEST_CASE(text_that_nobody_sees_over_a_scan_is_no_surer_whatever_its_font_is_called) {
  for (const std::string name : {"hidden_embedded.pdf", "hidden_outside.pdf"}) {
    BOOST_TEST_CONTEXT(name) {
      const SheetReading reading = read(name);
      BOOST_TEST(reading.faults.empty());
      BOOST_TEST_REQUIRE(reading.sheets.size() == 1);
      waits_for_a_person(reading.sheets.front(), Environment::production);
    }
  }
}

BOOST_AUTO_TEST_CASE(a_row_says_which_fields_wait) {
  const auto findings = findings_of(read("plain.png"));
  BOOST_TEST_REQUIRE(findings.size() == 2);
  BOOST_TEST((findings[0].number == FindingNumber::sheet_file));
  BOOST_TEST((findings[1].number == FindingNumber::sheet_not_confirmed));
  BOOST_TEST((findings[1].verdict == Verdict::attention));
  BOOST_TEST(findings[1].facts.value("unconfirmed").value_or("") == "environment");
}

BOOST_AUTO_TEST_CASE(a_picture_without_a_sheet_has_its_own_cause) {
  BOOST_TEST((only_fault_of(read("letter.png"))->what == What::picture_no_sheet));
  BOOST_TEST((only_fault_of(read("blank.png"))->what == What::pdf_no_text));
  BOOST_TEST((only_fault_of(read("cut.jpg"))->what == What::pdf_damaged));
}

BOOST_AUTO_TEST_CASE(scans_are_found_in_a_zip_and_beside_a_real_sheet_a_logo_is_not_mentioned) {
  const SheetReading reading =
      read_bytes("notices.zip", zip_of({{"logo.png", picture("blank.png")},
                                        {"production.pdf", test::pdf_bytes("production.pdf")},
                                        {"verification.tif", picture("turned.tif")}}));
  BOOST_TEST(reading.faults.empty());
  BOOST_TEST_REQUIRE(reading.sheets.size() == 2);
  BOOST_TEST(reading.sheets[0].sheet.unconfirmed.empty());
  waits_for_a_person(reading.sheets[1], Environment::verification);
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace onshi
