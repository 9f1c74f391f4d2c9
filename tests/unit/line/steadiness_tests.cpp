// SPDX-License-Identifier: GPL-3.0-or-later
// Which counts mean one resolver, and which the line.
#include <boost/test/unit_test.hpp>

#include "probes/line/steadiness.h"

namespace onshi::test {

BOOST_AUTO_TEST_SUITE(steadiness_tests)

BOOST_AUTO_TEST_CASE(only_one_among_others_that_lose_none_is_unsteady) {
  struct Row {
    QuestionCounts counts;
    std::string unsteady;
  };
  for (const Row& row : std::vector<Row>{{{}, ""},
                                         {{{"a", {12, 5}}}, ""},
                                         {{{"a", {12, 5}}, {"b", {12, 0}}}, "a"},
                                         {{{"a", {12, 0}}, {"b", {12, 2}}, {"c", {12, 0}}}, "b"},
                                         {{{"a", {12, 5}}, {"b", {12, 1}}}, ""},
                                         {{{"a", {12, 1}}, {"b", {12, 0}}}, ""},
                                         {{{"a", {12, 5}}, {"b", {7, 0}}}, ""},
                                         {{{"a", {12, 5}}, {"b", {12, 3}}, {"c", {12, 0}}}, ""}}) {
    BOOST_TEST(unsteady_one(row.counts).value_or("") == row.unsteady);
  }
}

BOOST_AUTO_TEST_CASE(the_counts_are_told_of_each_resolver) {
  const Facts facts = facts_of(QuestionCounts{{"a", {12, 5}}, {"b", {3, 0}}});
  BOOST_TEST((facts.all() ==
              std::vector<Fact>{
                  {"resolver", "a"}, {"answered_of", "7/12"}, {"resolver", "b"}, {"answered_of", "3/3"}}));
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace onshi::test
