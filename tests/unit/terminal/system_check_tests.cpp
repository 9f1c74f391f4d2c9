// SPDX-License-Identifier: GPL-3.0-or-later
#include <boost/test/unit_test.hpp>

#include "tests/unit/terminal/terminal.h"

BOOST_AUTO_TEST_SUITE(system_check_tests)

using namespace onshi;

BOOST_AUTO_TEST_CASE(the_systems_on_which_the_program_was_tried_are_good) {
  const std::pair<const char*, bool> table[]{{"Debian GNU/Linux 12 (bookworm)", true},
                                             {"Debian GNU/Linux 12", true},
                                             {"Windows 10 IoT Enterprise 2019 LTSC", true},
                                             {"Microsoft Windows 10 Pro", true},
                                             {"Windows 11 Pro", true},
                                             {"Windows 11", true},
                                             {"Debian GNU/Linux 13 (trixie)", false},
                                             {"Debian GNU/Linux 120", false},
                                             {"Windows 100", false},
                                             {"Windows 8.1", false},
                                             {"Windows", false},
                                             {"Ubuntu 24.04.1 LTS", false},
                                             {"", false}};
  for (const auto& [name, listed] : table) {
    test::Situation situation = test::healthy_terminal();
    situation.seen.system->name = name;
    const Finding finding = test::terminal_finding(situation, "terminal.system");
    BOOST_TEST_CONTEXT(name) {
      BOOST_TEST((finding.verdict == (listed ? Verdict::ok : Verdict::attention)));
      BOOST_TEST(static_cast<int>(finding.number) == (listed ? 840 : 841));
      BOOST_TEST(finding.facts.value("system").value() == name);
    }
  }
}

BOOST_AUTO_TEST_CASE(a_system_that_cannot_be_seen_is_unknown_and_leaves_its_shadow) {
  test::Situation situation = test::healthy_terminal();
  situation.seen.system = std::unexpected(CannotSee{CannotSee::Why::refused, 13, "os-release"});
  const Run run = test::check_terminal(situation);
  BOOST_TEST((run.of("terminal.system")->verdict == Verdict::unknown));
  BOOST_TEST(static_cast<int>(run.of("terminal.system")->number) == 842);
  for (const char* check : {"terminal.rights", "terminal.protection"}) {
    BOOST_TEST((run.of(check)->verdict == Verdict::not_run));
    BOOST_TEST(static_cast<int>(run.of(check)->because_of.value()) == 842);
  }
}

BOOST_AUTO_TEST_SUITE_END()
