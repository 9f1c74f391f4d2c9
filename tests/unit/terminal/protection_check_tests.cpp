// SPDX-License-Identifier: GPL-3.0-or-later
#include <boost/test/unit_test.hpp>

#include "tests/unit/terminal/terminal.h"

BOOST_AUTO_TEST_SUITE(protection_check_tests)

using namespace onshi;

BOOST_AUTO_TEST_CASE(only_a_firewall_that_is_off_is_a_cause) {
  const std::tuple<std::optional<bool>, Verdict, int, const char*> table[]{
      {true, Verdict::ok, 830, "switched_on"},
      {false, Verdict::attention, 831, "switched_off"},
      {std::nullopt, Verdict::ok, 830, "not_told"}};
  for (const auto& [firewall, verdict, number, told] : table) {
    test::Situation situation = test::healthy_terminal();
    situation.seen.system->firewall = firewall;
    const Finding finding = test::terminal_finding(situation, "terminal.protection");
    BOOST_TEST((finding.verdict == verdict));
    BOOST_TEST(static_cast<int>(finding.number) == number);
    BOOST_TEST(finding.facts.value("firewall").value() == told);
  }
}

BOOST_AUTO_TEST_SUITE_END()
