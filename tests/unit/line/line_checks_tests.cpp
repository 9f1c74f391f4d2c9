// SPDX-License-Identifier: GPL-3.0-or-later
// The whole line through the real runner: a healthy one raises nothing, and of two faults the nearer one is
// shown.
#include <boost/test/unit_test.hpp>

#include "probes/line/line_checks.h"
#include "probes/line/v6_checks.h"
#include "tests/unit/line/healthy_line.h"

namespace onshi::test {
namespace {

using Result = NameAnswer::Result;

Run run_line(const Situation& situation) {
  auto checks = line_checks(situation.site, situation.profile);
  for (const Check& check : v6_checks(situation.site, situation.profile)) checks.push_back(check);
  return run_all(checks, situation);
}

int foremost(const Run& run) { return run.foremost() ? static_cast<int>(run.foremost()->number) : 0; }

int because(const Run& run, const std::string& check) {
  auto because = run.of(check)->because_of;
  return because ? static_cast<int>(*because) : 0;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(line_checks_tests)

BOOST_AUTO_TEST_CASE(a_healthy_line_raises_nothing) {
  Run run = run_line(healthy_line());
  for (const Finding& finding : run.findings) {
    BOOST_TEST(name_of(finding.verdict) == "ok", finding.check << " " << static_cast<int>(finding.number));
  }
  BOOST_TEST(run.findings.size() == 11U);
}

BOOST_AUTO_TEST_CASE(a_healthy_line_of_another_type_raises_nothing_either) {
  Situation situation = healthy_ipv4_line();
  for (LineType type : {LineType::ip_vpn_ctc_qtnet, LineType::ipsec_ike}) {
    situation.site.line.type = type;
    BOOST_TEST(foremost(run_line(situation)) == 0);
  }
}

BOOST_AUTO_TEST_CASE(a_line_whose_kind_shows_nothing_is_only_unknown_in_kind) {
  Situation situation = healthy_ipv4_line();
  answer_name(situation, "192.168.1.1", kPortal, NameAnswer::Result::answer, "203.0.113.7",
              NameQuestion::Type::a);
  Run run = run_line(situation);
  BOOST_TEST(foremost(run) == 251);
  BOOST_TEST(because(run, "line.declared") == 251);
}

BOOST_AUTO_TEST_CASE(a_loose_cable_casts_one_shadow_over_everything) {
  Situation situation = healthy_line();
  link_of(situation).carrier = false;
  Run run = run_line(situation);
  BOOST_TEST(foremost(run) == 203);
  for (const Finding& finding : run.findings) {
    if (finding.check == "line.link") continue;
    BOOST_CHECK(finding.verdict == Verdict::not_run);
    BOOST_TEST(because(run, finding.check) == 203);
  }
}

BOOST_AUTO_TEST_CASE(of_a_missing_route_and_dead_resolvers_the_route_is_shown) {
  Situation situation = healthy_line();
  network_of(situation).routes.clear();
  answer_all(situation, kClosed1, Result::timeout);
  answer_all(situation, kClosed2, Result::timeout);
  Run run = run_line(situation);
  BOOST_TEST(foremost(run) == 221);
  BOOST_TEST(because(run, "line.resolver.1") == 221);
  BOOST_TEST(because(run, "v6.option") == 221);
}

BOOST_AUTO_TEST_CASE(of_dead_resolvers_and_a_silent_distribution_host_the_resolvers_are_shown) {
  Situation situation = healthy_line();
  answer_all(situation, kClosed1, Result::server_failure);
  answer_all(situation, kClosed2, Result::server_failure);
  connect_distribution(situation, TcpAnswer::Result::timeout);
  Run run = run_line(situation);
  BOOST_TEST(foremost(run) == 233);
  BOOST_TEST(because(run, "v6.option") == 233);
  BOOST_CHECK(run.of("line.verdict")->verdict == Verdict::ok);
}

BOOST_AUTO_TEST_CASE(a_silent_second_resolver_stops_nothing) {
  Situation situation = healthy_line();
  answer_all(situation, kClosed2, Result::timeout);
  Run run = run_line(situation);
  BOOST_TEST(foremost(run) == 237);
  BOOST_CHECK(run.of("line.names")->verdict == Verdict::ok);
  BOOST_CHECK(run.of("v6.option")->verdict == Verdict::ok);
}

BOOST_AUTO_TEST_CASE(nothing_is_compared_where_nothing_was_declared) {
  Situation situation = healthy_line();
  situation.site.line = {};
  auto checks = line_checks(situation.site, situation.profile);
  BOOST_TEST(std::ranges::none_of(checks, [](const Check& check) { return check.name == "line.declared"; }));
  BOOST_TEST(foremost(run_line(situation)) == 0);
}

BOOST_AUTO_TEST_CASE(there_is_a_row_for_each_resolver_that_is_asked_for) {
  Situation situation = healthy_line();
  auto rows = [&](std::size_t count) {
    return std::ranges::count_if(line_checks(situation.site, situation.profile, count),
                                 [](const Check& check) { return check.name.starts_with("line.resolver."); });
  };
  BOOST_TEST(rows(0) == 1);
  BOOST_TEST(rows(2) == 2);
  BOOST_TEST(rows(3) == 3);
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace onshi::test
