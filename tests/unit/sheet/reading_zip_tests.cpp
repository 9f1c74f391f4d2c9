// SPDX-License-Identifier: GPL-3.0-or-later
#include <boost/test/unit_test.hpp>

#include "tests/unit/sheet/reading.h"
#include "tests/unit/sheet/zip_file.h"

namespace onshi {
namespace {

using test::only_fault_of;
using test::Packed;
using test::pdf_bytes;
using test::read_bytes;
using test::zip_of;
using What = SheetFault::What;

constexpr const char* kXml =
    R"(<sheets version="1"><sheet environment="本番環境" institution_code="0110113719" master_user_id="M1"/></sheets>)";

What fault_in(const std::string& zip) {
  const auto fault = only_fault_of(read_bytes("notices.zip", zip));
  BOOST_TEST_REQUIRE(fault.has_value());
  return fault->what;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(reading_zip_tests)

BOOST_AUTO_TEST_CASE(both_notices_come_out_of_the_zip_of_the_portal) {
  const SheetReading reading =
      read_bytes("notices.zip",
                 zip_of({{"本_オンライン資格確認等システムユーザ設定情報.pdf", pdf_bytes("production.pdf")},
                         {"接_オンライン資格確認等システムユーザ設定情報.pdf", pdf_bytes("cairo.pdf")}}));
  BOOST_TEST_REQUIRE(reading.sheets.size() == 2);
  BOOST_TEST(reading.faults.empty());
  BOOST_TEST((reading.sheets[0].sheet.environment == Environment::production));
  BOOST_TEST((reading.sheets[1].sheet.environment == Environment::verification));
  BOOST_TEST(reading.sheets[0].sheet.file == "notices.zip/本_オンライン資格確認等システムユーザ設定情報.pdf");
}

BOOST_AUTO_TEST_CASE(names_in_the_encoding_of_windows_are_understood) {
  const SheetReading reading =
      read_bytes("notices.zip", zip_of({{"\x96\x7B\x94\xD4.pdf", pdf_bytes("production.pdf")}}));
  BOOST_TEST_REQUIRE(reading.sheets.size() == 1);
  BOOST_TEST(reading.sheets[0].sheet.file == "notices.zip/本番.pdf");
}

BOOST_AUTO_TEST_CASE(our_own_xml_is_read_from_a_zip_too) {
  const SheetReading reading = read_bytes("notices.zip", zip_of({{"sheets.xml", kXml}}));
  BOOST_TEST_REQUIRE(reading.sheets.size() == 1);
  BOOST_TEST(reading.sheets[0].sheet.master_user_id == "M1");
}

BOOST_AUTO_TEST_CASE(a_letter_and_a_picture_beside_a_sheet_are_not_mentioned) {
  const SheetReading reading =
      read_bytes("notices.zip", zip_of({{"letter.pdf", pdf_bytes("letter.pdf")},
                                        {"logo.png", "\x89PNG"},
                                        {"sheet.pdf", pdf_bytes("production.pdf")}}));
  BOOST_TEST(reading.sheets.size() == 1);
  BOOST_TEST(reading.faults.empty());
}

BOOST_AUTO_TEST_CASE(a_document_with_too_much_in_it_does_not_spoil_the_sheets_beside_it) {
  for (const std::string name : {"long_word.pdf", "huge_page.pdf", "many_words.pdf"}) {
    const SheetReading reading = read_bytes("notices.zip", zip_of({{"a.pdf", pdf_bytes("production.pdf")},
                                                                   {"b.pdf", pdf_bytes(name)},
                                                                   {"c.pdf", pdf_bytes("cairo.pdf")}}));
    BOOST_TEST(reading.sheets.size() == 2, name);
    BOOST_TEST(reading.faults.empty(), name);
  }
}

BOOST_AUTO_TEST_CASE(documents_full_of_words_leave_room_for_each_other) {
  std::vector<Packed> entries(12, {"words.pdf", pdf_bytes("many_words.pdf")});
  entries.push_back({"sheet.pdf", pdf_bytes("production.pdf")});
  BOOST_TEST(read_bytes("notices.zip", zip_of(entries)).sheets.size() == 1);
}

BOOST_AUTO_TEST_CASE(a_name_that_is_too_long_or_cannot_be_shown_is_shown_as_far_as_it_goes) {
  const std::string folder(300, 'x');
  const SheetReading reading =
      read_bytes("notices.zip", zip_of({{folder + "/sheet.pdf", pdf_bytes("production.pdf")},
                                        {"new\nline.pdf", pdf_bytes("cairo.pdf")}}));
  BOOST_TEST_REQUIRE(reading.sheets.size() == 2);
  BOOST_TEST(reading.sheets[0].sheet.file == "notices.zip/" + std::string(245, 'x') + "/sheet.pdf");
  BOOST_TEST(reading.sheets[1].sheet.file == "notices.zip/new?line.pdf");
}

BOOST_AUTO_TEST_CASE(a_locked_pdf_beside_a_sheet_is_mentioned) {
  const SheetReading reading = read_bytes(
      "notices.zip", zip_of({{"a.pdf", pdf_bytes("encrypted.pdf")}, {"b.pdf", pdf_bytes("production.pdf")}}));
  BOOST_TEST(reading.sheets.size() == 1);
  BOOST_TEST_REQUIRE(reading.faults.size() == 1);
  BOOST_TEST((reading.faults[0].what == What::pdf_encrypted));
  BOOST_TEST(reading.faults[0].file == "notices.zip/a.pdf");
}

BOOST_AUTO_TEST_CASE(a_zip_without_a_sheet_is_said_to_have_none) {
  BOOST_TEST((fault_in(zip_of({{"letter.pdf", pdf_bytes("letter.pdf")}})) == What::zip_no_sheet));
  BOOST_TEST((fault_in(zip_of({{"note.txt", "nothing here"}})) == What::zip_no_sheet));
}

BOOST_AUTO_TEST_CASE(names_that_climb_out_are_refused_with_everything_beside_them) {
  for (const std::string name : {"../sheet.pdf", "a/../../sheet.pdf", "/etc/sheet.pdf", "..\\sheet.pdf",
                                 "C:\\sheet.pdf", "C:sheet.pdf", "\\\\server\\sheet.pdf"}) {
    const std::string zip =
        zip_of({{"good.pdf", pdf_bytes("production.pdf")}, {name, pdf_bytes("production.pdf")}});
    BOOST_TEST((fault_in(zip) == What::zip_climbs), name);
  }
}

BOOST_AUTO_TEST_CASE(two_dots_inside_a_name_are_just_a_name) {
  const SheetReading reading = read_bytes("a.zip", zip_of({{"sheet..pdf", pdf_bytes("production.pdf")}}));
  BOOST_TEST(reading.sheets.size() == 1);
}

BOOST_AUTO_TEST_CASE(a_zip_that_swells_is_stopped) {
  const std::string zeros(std::size_t{60} << 20, '\0');
  const std::string bomb = zip_of({{"sheet.pdf", zeros}});
  BOOST_TEST(bomb.size() < 200000U);
  BOOST_TEST((fault_in(bomb) == What::zip_too_large));
}

BOOST_AUTO_TEST_CASE(small_entries_that_swell_a_hundredfold_together_are_stopped_before_the_limit_of_size) {
  const std::vector<Packed> entries(10, Packed{"part.bin", std::string(std::size_t{1} << 20, 'a')});
  BOOST_TEST((fault_in(zip_of(entries)) == What::zip_too_large));
}

BOOST_AUTO_TEST_CASE(too_many_entries_are_refused) {
  BOOST_TEST((fault_in(zip_of(std::vector<Packed>(51, Packed{"a.txt", "a"}))) == What::zip_too_many));
  BOOST_TEST((fault_in(zip_of(std::vector<Packed>(50, Packed{"a.txt", "a"}))) == What::zip_no_sheet));
}

BOOST_AUTO_TEST_CASE(an_encrypted_zip_is_said_to_be_encrypted) {
  BOOST_TEST(
      (fault_in(zip_of({{"sheet.pdf", pdf_bytes("production.pdf")}}, "open sesame")) == What::zip_encrypted));
}

BOOST_AUTO_TEST_CASE(a_zip_inside_the_zip_is_not_opened) {
  const std::string inner = zip_of({{"sheet.pdf", pdf_bytes("production.pdf")}});
  BOOST_TEST((fault_in(zip_of({{"inner.zip", inner}})) == What::zip_nested));
}

BOOST_AUTO_TEST_CASE(a_cut_zip_is_said_to_be_damaged) {
  const std::string whole = zip_of({{"sheet.pdf", pdf_bytes("production.pdf")}});
  for (const std::size_t kept : {std::size_t{10}, whole.size() / 2, whole.size() - 200}) {
    BOOST_TEST((fault_in(whole.substr(0, kept)) == What::zip_damaged), kept);
  }
}

BOOST_AUTO_TEST_CASE(an_empty_zip_has_no_sheet) { BOOST_TEST((fault_in(zip_of({})) == What::zip_no_sheet)); }

BOOST_AUTO_TEST_SUITE_END()

}  // namespace onshi
