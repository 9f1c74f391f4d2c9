// SPDX-License-Identifier: GPL-3.0-or-later
#include <boost/test/unit_test.hpp>

#include "probes/sheet/reader_answer.h"
#include "probes/sheet/reader_protocol.h"

namespace onshi {
namespace {

std::string answer_with(const std::string& lines) { return "onshi-sheet-entries 1\n" + lines + "end\n"; }

}  // namespace

BOOST_AUTO_TEST_SUITE(entries_answer_tests)

BOOST_AUTO_TEST_CASE(entries_come_as_they_are) {
  const std::string bytes("a\nend\n\0\xFF", 8);
  const auto answer =
      parse_entries_answer(answer_with("entry a%20b.pdf 8\n" + bytes + "\nentry empty 0\n\n"));
  BOOST_TEST_REQUIRE(answer.has_value());
  BOOST_TEST(!answer->fault.has_value());
  BOOST_TEST_REQUIRE(answer->entries.size() == 2);
  BOOST_TEST(answer->entries[0].name == "a b.pdf");
  BOOST_TEST(answer->entries[0].bytes == bytes);
  BOOST_TEST(answer->entries[1].bytes.empty());
}

BOOST_AUTO_TEST_CASE(a_fault_of_the_zip_is_handed_on) {
  const auto answer = parse_entries_answer(answer_with("fault zip_climbs ../a\n"));
  BOOST_TEST_REQUIRE(answer.has_value());
  BOOST_TEST((answer->fault->what == SheetFault::What::zip_climbs));
  BOOST_TEST(answer->fault->detail == "../a");
}

BOOST_AUTO_TEST_CASE(names_in_the_encoding_of_windows_are_understood) {
  const auto answer = parse_entries_answer(answer_with("entry %96%7B%94%D4.pdf 0\n\n"));
  BOOST_TEST_REQUIRE(answer.has_value());
  BOOST_TEST(answer->entries[0].name == "本番.pdf");
}

BOOST_AUTO_TEST_CASE(lines_that_cannot_be_right_are_refused) {
  std::string many;
  for (int entry = 0; entry <= reader_protocol::kMostEntries; ++entry) many += "entry a 0\n\n";
  for (const std::string& lines :
       {std::string(), std::string("onshi-sheet-words 1\nend\n"), std::string("onshi-sheet-entries 1\n"),
        std::string("onshi-sheet-entries 1\nend"), answer_with("") + "end\n", answer_with("entry a 3\nab\n"),
        answer_with("entry a 1\nab\n"), answer_with("entry a 99999999999\nab\n"),
        answer_with("entry a -1\n\n"), answer_with("entry a 50000000\nab\n"), answer_with("entry a\n"),
        answer_with("entry %00 0\n\n"), answer_with("entry a 0 0\n\n"),
        answer_with("word 1 2 3 4 embedded abc\n"), answer_with("fault unheard_of -\n"),
        answer_with("fault zip_damaged -\nfault zip_damaged -\n"), answer_with(many)}) {
    BOOST_TEST(!parse_entries_answer(lines).has_value(), lines);
  }
}

BOOST_AUTO_TEST_CASE(the_line_that_is_wrong_is_told) {
  BOOST_TEST(parse_entries_answer(answer_with("entry a 1\nx\nhello\n")).error() == 3);
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace onshi
