// SPDX-License-Identifier: GPL-3.0-or-later
#include <boost/test/unit_test.hpp>

#include "probes/check/evidence.h"
#include "probes/check/facts.h"
#include "probes/check/group.h"
#include "probes/check/verdict.h"
#include "tests/unit/check/made_checks.h"

using namespace onshi;
using namespace onshi::test;

BOOST_AUTO_TEST_SUITE(values_tests)

BOOST_AUTO_TEST_CASE(the_worse_of_two_verdicts_is_the_same_from_both_sides) {
  const Verdict by_weight[] = {Verdict::ok,        Verdict::attention, Verdict::not_run,
                               Verdict::cancelled, Verdict::unknown,   Verdict::fail};
  for (std::size_t light = 0; light < std::size(by_weight); ++light) {
    for (std::size_t heavy = light; heavy < std::size(by_weight); ++heavy) {
      BOOST_TEST((worse_of(by_weight[light], by_weight[heavy]) == by_weight[heavy]));
      BOOST_TEST((worse_of(by_weight[heavy], by_weight[light]) == by_weight[heavy]));
    }
  }
}

BOOST_AUTO_TEST_CASE(only_good_news_lets_dependants_run) {
  for (Verdict verdict : {Verdict::ok, Verdict::attention}) BOOST_TEST(carries_on(verdict));
  for (Verdict verdict : {Verdict::fail, Verdict::unknown, Verdict::not_run, Verdict::cancelled}) {
    BOOST_TEST(!carries_on(verdict));
  }
}

BOOST_AUTO_TEST_CASE(the_hundreds_are_the_group) {
  const std::pair<int, const char*> rows[] = {{100, "preparation"},  {213, "line"},     {399, "v6"},
                                              {410, "reader"},       {500, "sheets"},   {621, "certificate"},
                                              {700, "connectivity"}, {899, "terminal"}, {901, "program"}};
  for (const auto& [number, name] : rows) {
    BOOST_TEST(name_of(group_of(numbered(number))) == name);
    BOOST_TEST((group_named(name) == std::optional(group_of(numbered(number)))));
  }
  BOOST_TEST(!group_named("everything").has_value());
}

BOOST_AUTO_TEST_CASE(facts_keep_their_order_and_the_first_of_a_key_counts) {
  Facts facts{{"resolver", "192.0.2.1"}};
  facts.add("tries", 2).add("resolver", "192.0.2.2").add(Facts{{"size", "600"}});
  BOOST_TEST(facts.all().size() == 4U);
  BOOST_TEST(facts.all()[1].value == "2");
  BOOST_TEST(facts.all()[3].key == "size");
  BOOST_TEST((facts.value("resolver") == std::optional<std::string>("192.0.2.1")));
  BOOST_TEST(!facts.value("absent").has_value());
}

BOOST_AUTO_TEST_CASE(evidence_is_given_only_as_what_it_is) {
  Evidence evidence;
  evidence.put("line.link", std::string("enp1s0"));
  BOOST_TEST_REQUIRE(evidence.of<std::string>("line.link") != nullptr);
  BOOST_TEST(*evidence.of<std::string>("line.link") == "enp1s0");
  BOOST_TEST(evidence.of<int>("line.link") == nullptr);
  BOOST_TEST(evidence.of<std::string>("absent") == nullptr);
}

BOOST_AUTO_TEST_SUITE_END()
