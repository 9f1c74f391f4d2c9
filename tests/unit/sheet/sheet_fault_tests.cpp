// SPDX-License-Identifier: GPL-3.0-or-later
#include <set>

#include <boost/test/unit_test.hpp>

#include "probes/sheet/sheet_fault.h"

namespace onshi {

BOOST_AUTO_TEST_SUITE(sheet_fault_tests)

BOOST_AUTO_TEST_CASE(every_fault_has_its_own_number_and_word) {
  std::set<int> numbers;
  std::set<std::string_view> words;
  const int last = static_cast<int>(SheetFault::What::cancelled);
  for (int index = 0; index < last; ++index) {
    const auto what = static_cast<SheetFault::What>(index);
    const Answer answer = answer_of(SheetFault{what, "a.pdf", 0, {}});
    BOOST_TEST_REQUIRE(answer.cause.has_value(), index);
    const bool left_out =
        what == SheetFault::What::pages_left_out || what == SheetFault::What::pictures_left_out;
    BOOST_TEST((left_out ? answer.verdict == Verdict::attention
                         : answer.verdict == Verdict::fail || answer.verdict == Verdict::unknown));
    numbers.insert(static_cast<int>(*answer.cause));
    words.insert(name_of(what));
    BOOST_TEST((sheet_fault_named(name_of(what)) == what));
  }
  BOOST_TEST(numbers.size() == static_cast<std::size_t>(last));
  BOOST_TEST(words.size() == static_cast<std::size_t>(last));
  BOOST_TEST(*numbers.begin() > 500);
  BOOST_TEST(*numbers.rbegin() < 540);
}

BOOST_AUTO_TEST_CASE(a_wish_to_stop_has_no_number) {
  const Answer answer = answer_of(SheetFault{SheetFault::What::cancelled, "a.pdf", 0, {}});
  BOOST_TEST((answer.verdict == Verdict::cancelled));
  BOOST_TEST(!answer.cause.has_value());
  BOOST_TEST(!sheet_fault_named("cancelled").has_value());
}

BOOST_AUTO_TEST_CASE(file_page_and_detail_become_facts) {
  const Answer answer = answer_of(SheetFault{SheetFault::What::pdf_damaged, "a.pdf", 2, "no_end"});
  BOOST_TEST(answer.facts.value("file").value_or("") == "a.pdf");
  BOOST_TEST(answer.facts.value("page").value_or("") == "2");
  BOOST_TEST(answer.facts.value("detail").value_or("") == "no_end");
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace onshi
