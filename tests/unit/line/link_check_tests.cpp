// SPDX-License-Identifier: GPL-3.0-or-later
#include <boost/test/unit_test.hpp>

#include "probes/line/link_check.h"
#include "tests/unit/line/healthy_line.h"

namespace onshi::test {

BOOST_AUTO_TEST_SUITE(link_check_tests)

BOOST_AUTO_TEST_CASE(a_cable_with_something_at_its_end_is_good) {
  Answer answer = ask(link_check(), healthy_line());
  BOOST_TEST(cause_of(answer) == 0);
  BOOST_TEST(answer.facts.value("link").value() == kLink);
  BOOST_TEST(answer.facts.value("megabits").value() == "1000");
  BOOST_TEST(std::any_cast<LinkEvidence>(answer.evidence).carrying == std::vector{kLink});
}

BOOST_AUTO_TEST_CASE(loopback_tunnels_and_bridges_are_no_adapters) {
  Situation situation = healthy_line();
  auto& links = network_of(situation).links;
  links = {{.name = "lo", .kind = Link::Kind::loopback, .enabled = true, .carrier = true, .addresses = {}},
           {.name = "tun0", .kind = Link::Kind::tunnel, .enabled = true, .carrier = true, .addresses = {}},
           {.name = "br0", .kind = Link::Kind::other, .enabled = true, .carrier = true, .addresses = {}}};
  Answer answer = ask(link_check(), situation);
  BOOST_TEST(cause_of(answer) == 201);
  BOOST_CHECK(answer.verdict == Verdict::fail);
}

BOOST_AUTO_TEST_CASE(an_adapter_that_is_switched_off_is_named) {
  Situation situation = healthy_line();
  link_of(situation).enabled = false;
  link_of(situation).carrier = false;
  Answer answer = ask(link_check(), situation);
  BOOST_TEST(cause_of(answer) == 202);
  BOOST_TEST(answer.facts.value("link").value() == kLink);
}

BOOST_AUTO_TEST_CASE(a_loose_cable_is_no_carrier) {
  Situation situation = healthy_line();
  link_of(situation).carrier = false;
  BOOST_TEST(cause_of(ask(link_check(), situation)) == 203);
}

BOOST_AUTO_TEST_CASE(a_loose_cable_is_named_before_another_adapter_that_is_off) {
  Situation situation = healthy_line();
  link_of(situation).carrier = false;
  network_of(situation).links.push_back(
      {.name = "wlp2s0", .kind = Link::Kind::wireless, .enabled = false, .addresses = {}});
  BOOST_TEST(cause_of(ask(link_check(), situation)) == 203);
}

BOOST_AUTO_TEST_CASE(one_live_cable_is_enough) {
  Situation situation = healthy_line();
  network_of(situation).links.push_back(
      {.name = "enp2s0", .kind = Link::Kind::ethernet, .enabled = true, .carrier = false, .addresses = {}});
  BOOST_TEST(cause_of(ask(link_check(), situation)) == 0);
}

BOOST_AUTO_TEST_CASE(a_system_that_shows_nothing_is_unknown_and_not_a_fault) {
  Situation situation = healthy_line();
  situation.seen.network = std::unexpected(CannotSee{CannotSee::Why::refused, 13, "EACCES"});
  Answer answer = ask(link_check(), situation);
  BOOST_TEST(cause_of(answer) == 204);
  BOOST_CHECK(answer.verdict == Verdict::unknown);
  BOOST_TEST(answer.facts.value("error").value() == "EACCES");
}

BOOST_AUTO_TEST_CASE(ten_megabits_ask_for_another_cable_but_do_not_stop) {
  Situation situation = healthy_line();
  link_of(situation).megabits = 10;
  Answer answer = ask(link_check(), situation);
  BOOST_TEST(cause_of(answer) == 205);
  BOOST_CHECK(answer.verdict == Verdict::attention);
}

BOOST_AUTO_TEST_CASE(an_unknown_speed_is_not_slow) {
  Situation situation = healthy_line();
  link_of(situation).megabits = 0;
  BOOST_TEST(cause_of(ask(link_check(), situation)) == 0);
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace onshi::test
