// SPDX-License-Identifier: GPL-3.0-or-later
#include <boost/test/unit_test.hpp>

#include "tests/unit/flow/desk.h"
#include "wizard/flow/sheet_slots.h"

using namespace onshi;
using namespace onshi::test;

namespace {

SheetWithPassword production() { return sheet_with(Environment::production, "p"); }
SheetWithPassword verification() { return sheet_with(Environment::verification, "v"); }

}  // namespace

BOOST_AUTO_TEST_SUITE(sheet_slots_tests)

BOOST_AUTO_TEST_CASE(sheets_go_where_their_environment_says_in_any_order) {
  const SheetSlots slots = sort_sheets({verification(), production()});
  BOOST_CHECK(slots.left_over.empty());
  BOOST_CHECK(slots.placed.at(Environment::production).sheet == production().sheet);
  BOOST_CHECK(slots.placed.at(Environment::verification).sheet == verification().sheet);
}

BOOST_AUTO_TEST_CASE(the_same_sheet_from_another_file_counts_once) {
  SheetWithPassword copy = production();
  copy.sheet.file = "copy.pdf";
  copy.sheet.page = 4;
  const SheetSlots slots = sort_sheets({production(), copy, verification()});
  BOOST_CHECK(slots.left_over.empty());
  BOOST_CHECK_EQUAL(slots.placed.at(Environment::production).sheet.file, "sheets.zip");
}

BOOST_AUTO_TEST_CASE(a_second_sheet_of_an_environment_and_one_without_are_left_over) {
  SheetWithPassword other = production();
  other.sheet.master_user_id = "kakuM99S0009";
  SheetWithPassword nameless = verification();
  nameless.sheet.environment.reset();
  const SheetSlots slots = sort_sheets({production(), other, nameless});
  BOOST_CHECK_EQUAL(slots.placed.size(), 1);
  BOOST_REQUIRE_EQUAL(slots.left_over.size(), 2);
  BOOST_CHECK_EQUAL(slots.left_over[0].sheet.master_user_id, "kakuM99S0009");
}

BOOST_AUTO_TEST_SUITE_END()
