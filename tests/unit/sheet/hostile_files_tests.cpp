// SPDX-License-Identifier: GPL-3.0-or-later
// Files that try to use up the small program's time, memory or stack: each is said to be bad, within its
// bounds, and costs nothing that stands beside it.
#include <boost/test/unit_test.hpp>

#include "tests/unit/sheet/reading.h"
#include "tests/unit/sheet/zip_file.h"

namespace onshi {
namespace {

using test::file_bytes;
using test::only_fault_of;
using test::Packed;
using test::pdf_bytes;
using test::read_bytes;
using test::zip_of;
using What = SheetFault::What;

std::string hostile(const std::string& name) { return file_bytes("hostile_files/" + name); }

/// Beside which it may be said that pages were left out.
What fault_in(const std::string& name) {
  SheetReading reading = read_bytes(name, hostile(name));
  std::erase_if(reading.faults, [](const SheetFault& fault) { return fault.what == What::pages_left_out; });
  const auto fault = only_fault_of(reading);
  BOOST_TEST_REQUIRE(fault.has_value(), name);
  return fault->what;
}

bool is_one_of(What what, std::initializer_list<What> all) {
  return std::find(all.begin(), all.end(), what) != all.end();
}

/// Of the processor's, or on a busy machine of the clock on the wall.
bool is_out_of_time(What what) { return is_one_of(what, {What::reader_failed, What::reader_too_slow}); }

}  // namespace

BOOST_AUTO_TEST_SUITE(hostile_files_tests)

BOOST_AUTO_TEST_CASE(a_page_that_would_never_be_drawn_to_its_end_is_stopped) {
  BOOST_TEST(is_out_of_time(fault_in("forms_within_forms.pdf")));
}

BOOST_AUTO_TEST_CASE(one_document_that_uses_up_its_time_costs_no_other) {
  const SheetReading reading = read_bytes("notices.zip", zip_of({{"a.pdf", pdf_bytes("production.pdf")},
                                                                 {"b.pdf", hostile("forms_within_forms.pdf")},
                                                                 {"c.pdf", pdf_bytes("cairo.pdf")}}));
  BOOST_TEST_REQUIRE(reading.sheets.size() == 2);
  BOOST_TEST(reading.sheets[0].sheet.file == "notices.zip/a.pdf");
  BOOST_TEST(reading.sheets[1].sheet.file == "notices.zip/c.pdf");
  BOOST_TEST_REQUIRE(reading.faults.size() == 1);
  BOOST_TEST(reading.faults[0].file == "notices.zip/b.pdf");
  BOOST_TEST(is_out_of_time(reading.faults[0].what));
}

BOOST_AUTO_TEST_CASE(a_small_file_that_unpacks_without_end_is_stopped_or_cut_short) {
  for (const std::string name : {"swelling_text.pdf", "twice_packed.pdf"}) {
    const What what = fault_in(name);
    BOOST_TEST(is_one_of(what, {What::reader_failed, What::reader_too_slow, What::pdf_no_text,
                                What::pdf_no_sheet, What::pdf_too_long}),
               name << " " << name_of(what));
  }
}

BOOST_AUTO_TEST_CASE(deep_nesting_circles_and_pages_without_size_end_well) {
  for (const std::string name : {"deep_arrays.pdf", "deep_names.pdf", "tree_in_a_circle.pdf",
                                 "table_in_a_circle.pdf", "objects_in_a_circle.pdf", "huge_page.pdf"}) {
    const What what = fault_in(name);
    BOOST_TEST(is_one_of(what, {What::reader_failed, What::pdf_damaged, What::pdf_no_text, What::pdf_no_sheet,
                                What::pdf_too_long, What::recognition_missing}),
               name << " " << name_of(what));
  }
}

BOOST_AUTO_TEST_CASE(pictures_that_swell_lie_or_never_end_are_not_a_sheet) {
  for (const std::string name :
       {"huge_picture.pdf", "huge.png", "swelling.png", "lying.png", "endless.tif"}) {
    const What what = fault_in(name);
    BOOST_TEST(is_one_of(what, {What::too_large, What::pdf_damaged, What::pdf_no_text, What::reader_failed,
                                What::picture_no_sheet, What::recognition_missing}),
               name << " " << name_of(what));
  }
}

BOOST_AUTO_TEST_CASE(all_of_them_beside_two_sheets_leave_the_sheets) {
  std::vector<Packed> entries;
  for (const std::string name : {"deep_arrays.pdf", "tree_in_a_circle.pdf", "objects_in_a_circle.pdf",
                                 "huge_page.pdf", "huge.png", "endless.tif"}) {
    entries.push_back({name, hostile(name)});
  }
  entries.push_back({"production.pdf", pdf_bytes("production.pdf")});
  entries.push_back({"verification.pdf", pdf_bytes("cairo.pdf")});
  BOOST_TEST(read_bytes("notices.zip", zip_of(entries)).sheets.size() == 2);
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace onshi
