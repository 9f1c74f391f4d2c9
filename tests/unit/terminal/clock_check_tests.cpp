// SPDX-License-Identifier: GPL-3.0-or-later
#include <boost/test/unit_test.hpp>

#include "probes/site/clock_offset.h"
#include "probes/terminal/clock_check.h"
#include "tests/unit/check/made_checks.h"
#include "tests/unit/terminal/terminal.h"

BOOST_AUTO_TEST_SUITE(clock_check_tests)

using namespace onshi;
using namespace std::chrono_literals;
using Result = NameAnswer::Result;
using Type = NameQuestion::Type;

namespace {

void expect(const test::Situation& situation, Verdict verdict, int number) {
  const Finding finding = test::terminal_finding(situation, "terminal.clock");
  BOOST_TEST((finding.verdict == verdict), name_of(finding.verdict));
  BOOST_TEST(static_cast<int>(finding.number) == number);
}

test::Situation off_by(std::chrono::milliseconds offset) {
  test::Situation situation = test::healthy_terminal();
  situation.seen.clock_offsets[test::kTimeAddress] = offset;
  return situation;
}

test::Situation silent() {
  test::Situation situation = test::healthy_terminal();
  situation.seen.clock_offsets.clear();
  return situation;
}

}  // namespace

BOOST_AUTO_TEST_CASE(a_healthy_terminal_raises_nothing) {
  const Run run = test::check_terminal(test::healthy_terminal());
  BOOST_TEST((run.verdict() == Verdict::ok));
  BOOST_TEST(run.findings.size() == 7U);
}

BOOST_AUTO_TEST_CASE(the_size_of_the_difference_decides_in_both_directions) {
  const std::tuple<std::chrono::milliseconds, Verdict, int> table[]{{0ms, Verdict::ok, 800},
                                                                    {5s, Verdict::ok, 800},
                                                                    {-5s, Verdict::ok, 800},
                                                                    {5001ms, Verdict::attention, 802},
                                                                    {-5001ms, Verdict::attention, 802},
                                                                    {5min, Verdict::attention, 802},
                                                                    {5min + 1ms, Verdict::fail, 801},
                                                                    {-5min - 1ms, Verdict::fail, 801},
                                                                    {-24h * 3650, Verdict::fail, 801}};
  for (const auto& [offset, verdict, number] : table) {
    BOOST_TEST_CONTEXT(offset.count()) { expect(off_by(offset), verdict, number); }
  }
}

BOOST_AUTO_TEST_CASE(the_difference_is_told_in_seconds_with_its_direction) {
  Finding finding = test::terminal_finding(off_by(-2h), "terminal.clock");
  BOOST_TEST(finding.facts.value("offset_seconds").value() == "7200.0");
  BOOST_TEST(finding.facts.value("clock_direction").value() == "clock_ahead");
  finding = test::terminal_finding(off_by(90s), "terminal.clock");
  BOOST_TEST(finding.facts.value("clock_direction").value() == "clock_behind");
}

BOOST_AUTO_TEST_CASE(the_difference_is_handed_on) {
  const Answer answer = test::ask(clock_check(), off_by(-2h));
  const auto* offset = std::any_cast<ClockOffset>(&answer.evidence);
  BOOST_REQUIRE(offset != nullptr);
  BOOST_TEST(offset->known);
  BOOST_TEST((offset->offset == -2h));
  const Answer unknown = test::ask(clock_check(), silent());
  BOOST_TEST(!std::any_cast<ClockOffset>(unknown.evidence).known);
}

BOOST_AUTO_TEST_CASE(an_ipv4_address_is_as_good) {
  test::Situation situation = test::healthy_terminal();
  test::set_name_answer(situation, Type::aaaa, Result::no_data);
  test::set_name_answer(situation, Type::a, Result::answer, {"192.0.2.123"});
  situation.seen.clock_offsets["192.0.2.123"] = 1s;
  expect(situation, Verdict::ok, 800);
}

BOOST_AUTO_TEST_CASE(the_second_address_is_asked_when_the_first_is_silent) {
  test::Situation situation = test::healthy_terminal();
  test::set_name_answer(situation, Type::aaaa, Result::answer, {"2001:db8::dead", test::kTimeAddress});
  expect(situation, Verdict::ok, 800);
}

BOOST_AUTO_TEST_CASE(a_name_that_is_not_found_is_told_with_its_reason) {
  for (Result result : {Result::no_such_name, Result::server_failure, Result::timeout}) {
    test::Situation situation = test::healthy_terminal();
    test::set_name_answer(situation, Type::aaaa, result);
    BOOST_TEST_CONTEXT(name_of(result)) {
      expect(situation, Verdict::unknown, 803);
      BOOST_TEST(test::terminal_finding(situation, "terminal.clock").facts.value("trouble").value() ==
                 name_of(result));
    }
  }
}

BOOST_AUTO_TEST_CASE(a_silent_time_host_leaves_the_clock_unknown) {
  expect(silent(), Verdict::unknown, 804);
  const Finding finding = test::terminal_finding(silent(), "terminal.clock");
  BOOST_TEST(finding.facts.value("time_host").value() == test::kTimeHost);
  BOOST_TEST(finding.facts.value("address").value() == test::kTimeAddress);
}

BOOST_AUTO_TEST_CASE(a_silent_time_host_is_milder_when_the_system_keeps_the_clock) {
  test::Situation situation = silent();
  situation.seen.system->clock_synchronised = true;
  expect(situation, Verdict::attention, 804);
  test::set_name_answer(situation, Type::aaaa, Result::no_such_name);
  expect(situation, Verdict::attention, 803);
}

BOOST_AUTO_TEST_CASE(an_impossible_year_needs_no_time_host) {
  test::Situation situation = silent();
  situation.seen.now = std::chrono::sys_days{std::chrono::year{2019} / 1 / 1};
  expect(situation, Verdict::fail, 805);
  BOOST_TEST(test::terminal_finding(situation, "terminal.clock").facts.value("year").value() == "2019");
  situation.profile.services.clear();
  expect(situation, Verdict::fail, 805);
}

BOOST_AUTO_TEST_CASE(a_time_host_of_the_production_environment_is_never_asked) {
  test::Situation situation = test::healthy_terminal();
  situation.profile.services.front().environment = Environment::production;
  situation.seen.system->clock_synchronised = true;
  expect(situation, Verdict::ok, 800);
  const Facts facts = test::terminal_finding(situation, "terminal.clock").facts;
  BOOST_TEST(!facts.value("time_host").has_value());
  BOOST_TEST(!facts.value("offset_seconds").has_value());
}

BOOST_AUTO_TEST_CASE(a_time_host_that_the_production_environment_lists_too_is_not_connected_to) {
  test::Situation situation = test::healthy_terminal();
  Service twin = situation.profile.services.front();
  twin.environment = Environment::production;
  situation.profile.services.push_back(twin);
  expect(situation, Verdict::unknown, 804);
}

BOOST_AUTO_TEST_CASE(a_time_host_of_the_verification_environment_is_asked) {
  test::Situation situation = test::healthy_terminal();
  situation.profile.services.front().environment = Environment::verification;
  BOOST_TEST(test::terminal_finding(situation, "terminal.clock").facts.value("time_host").value() ==
             test::kTimeHost);
}

BOOST_AUTO_TEST_CASE(a_time_host_out_of_reach_is_the_shadow_of_a_line_that_failed) {
  for (const bool name_known : {true, false}) {
    test::Situation situation = silent();
    if (!name_known) test::set_name_answer(situation, Type::aaaa, Result::timeout);
    const Run run = test::run_all(
        {test::made("line.names", 270, {.run = test::fails_with(291)}), clock_check()}, situation);
    const Finding& clock = *run.of("terminal.clock");
    BOOST_TEST(name_of(clock.verdict) == "not_run");
    BOOST_TEST(static_cast<int>(clock.because_of.value()) == 291);
  }
}

BOOST_AUTO_TEST_CASE(without_a_time_host_the_systems_word_is_taken) {
  test::Situation situation = silent();
  situation.profile.services.clear();
  expect(situation, Verdict::unknown, 806);
  situation.seen.system->clock_synchronised = false;
  expect(situation, Verdict::unknown, 806);
  situation.seen.system->clock_synchronised = true;
  expect(situation, Verdict::ok, 800);
}

BOOST_AUTO_TEST_SUITE_END()
