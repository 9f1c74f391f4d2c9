// SPDX-License-Identifier: GPL-3.0-or-later
// What counts when several resolvers are asked for one name.
#include <boost/test/unit_test.hpp>

#include "probes/check/ask_resolvers.h"

namespace onshi::test {
namespace {

using Result = NameAnswer::Result;

std::vector<ResolverSaid> said(const std::vector<Result>& results) {
  std::vector<ResolverSaid> all;
  for (const Result result : results) {
    all.push_back({std::to_string(all.size() + 1), NameAnswer{.result = result}});
  }
  return all;
}

std::string place(const ResolverSaid* one) { return one == nullptr ? "none" : one->resolver; }

}  // namespace

BOOST_AUTO_TEST_SUITE(ask_resolvers_tests)

BOOST_AUTO_TEST_CASE(a_program_heeds_the_first_that_answers_or_denies) {
  struct Row {
    std::vector<Result> results;
    std::string heeded;
    std::string answers;
  };
  for (const Row& row :
       std::vector<Row>{{{}, "none", "none"},
                        {{Result::answer, Result::no_such_name}, "1", "1"},
                        {{Result::timeout, Result::answer}, "2", "2"},
                        {{Result::server_failure, Result::truncated, Result::answer}, "3", "3"},
                        {{Result::no_such_name, Result::answer}, "1", "2"},
                        {{Result::timeout, Result::no_data, Result::answer}, "2", "3"},
                        {{Result::timeout, Result::refused}, "2", "none"}}) {
    const auto all = said(row.results);
    BOOST_TEST(place(heeded(all)) == row.heeded);
    BOOST_TEST(place(first_answer(all)) == row.answers);
  }
}

BOOST_AUTO_TEST_CASE(each_resolver_is_asked_as_it_bears_it) {
  const ResolvedNames known{.resolvers = {"a", "b"}, .ipv6 = false, .addresses = {}, .without_edns = {"b"}};
  BOOST_CHECK(question_for(known, "a", "x").way == NameQuestion::Way::udp_edns);
  BOOST_CHECK(question_for(known, "b", "x").way == NameQuestion::Way::udp_plain);
  BOOST_CHECK(question_for(known, "b", "x").type == NameQuestion::Type::a);
  BOOST_TEST(question_for(known, "b", "x").server == "b");
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace onshi::test
