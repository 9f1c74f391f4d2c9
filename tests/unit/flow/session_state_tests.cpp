// SPDX-License-Identifier: GPL-3.0-or-later
#include <boost/test/unit_test.hpp>

#include "tests/unit/flow/desk.h"

using namespace onshi;
using namespace onshi::test;

BOOST_AUTO_TEST_SUITE(session_state_tests)

BOOST_AUTO_TEST_CASE(a_pages_state_is_the_worst_of_what_its_checks_said) {
  const std::vector<std::pair<Verdict, StepState>> rows{
      {Verdict::ok, StepState::good},         {Verdict::attention, StepState::attention},
      {Verdict::fail, StepState::fault},      {Verdict::unknown, StepState::unknown},
      {Verdict::not_run, StepState::unknown}, {Verdict::cancelled, StepState::unknown}};
  const Desk desk;
  Session session = desk.session();
  BOOST_CHECK(session.state(StepId::line) == StepState::open);
  for (const auto& [verdict, state] : rows) {
    Run run = answered(session.plan_for(StepId::line));
    run.findings.back().verdict = verdict;
    session.keep(run);
    BOOST_CHECK(session.state(StepId::line) == state);
  }
}

BOOST_AUTO_TEST_CASE(a_page_without_checks_is_good_when_its_duty_is_done) {
  const Desk desk;
  Session session = desk.session();
  BOOST_CHECK(session.state(StepId::preparation) == StepState::open);
  session.set_institution({InstitutionKind::institution_code, "1319999129", "", ""});
  session.set_line({LineType::ipsec_ike, "", V6Declaration::none});
  BOOST_CHECK(session.state(StepId::preparation) == StepState::good);
}

BOOST_AUTO_TEST_CASE(a_page_shows_that_it_runs_until_its_findings_are_there) {
  const Desk desk;
  Session session = desk.session();
  session.started(StepId::line);
  session.started(StepId::terminal);
  session.keep(answered(session.plan_for(StepId::line)));
  BOOST_CHECK(session.state(StepId::line) == StepState::good);
  BOOST_CHECK(session.state(StepId::terminal) == StepState::running);
  session.keep(answered(session.whole_plan()));
  BOOST_CHECK(session.state(StepId::terminal) == StepState::good);
}

BOOST_AUTO_TEST_CASE(what_a_person_says_of_the_line_is_kept_with_reason_name_and_time_and_asked_anew) {
  const Desk desk;
  Session session = desk.session();
  session.keep(answered(session.whole_plan()));
  BOOST_CHECK(!session.state_line(LineKind::ipsec, "　", "架空システム 山田"));
  BOOST_CHECK(!session.state_line(LineKind::ipsec, "契約書で確かめた", " "));
  BOOST_CHECK(!session.site().line_override);
  BOOST_CHECK(session.state_line(LineKind::ipsec, "契約書で確かめた", "架空システム 山田"));
  BOOST_TEST(session.findings(StepId::line).empty());
  BOOST_TEST(!session.findings(StepId::connectivity).empty());
  const auto stored = desk.session().site().line_override;
  BOOST_REQUIRE(stored);
  BOOST_CHECK(
      (*stored == LineOverride{LineKind::ipsec, "契約書で確かめた", "架空システム 山田", desk.seen.now}));
  session.keep(answered(session.whole_plan()));
  session.take_back_line();
  BOOST_TEST(session.findings(StepId::line).empty());
  BOOST_CHECK(!desk.session().site().line_override);
}

BOOST_AUTO_TEST_CASE(what_was_asked_over_a_line_that_changed_is_no_longer_known) {
  const Desk desk;
  Session session = desk.session();
  session.keep(answered(session.whole_plan()));
  session.line_changed();
  for (const StepId step : {StepId::line, StepId::connectivity, StepId::terminal}) {
    BOOST_TEST(session.findings(step).empty());
    BOOST_CHECK(session.state(step) == StepState::open);
  }
  BOOST_TEST(!session.findings(StepId::reader).empty());
}

BOOST_AUTO_TEST_CASE(a_line_that_changed_while_a_person_stopped_its_run_is_not_good) {
  const Desk desk;
  Session session = desk.session();
  session.keep(answered(session.whole_plan()));
  session.line_changed_unasked();
  const auto findings = session.findings(StepId::connectivity);
  BOOST_TEST(!findings.empty());
  for (const Finding& finding : findings) BOOST_CHECK(finding.verdict == Verdict::cancelled);
  BOOST_CHECK(session.state(StepId::line) == StepState::unknown);
  BOOST_TEST(!session.may_go_on(StepId::line));
  for (const Finding& finding : session.findings(StepId::reader)) BOOST_CHECK(finding.verdict == Verdict::ok);
}

BOOST_AUTO_TEST_CASE(what_was_asked_before_a_fact_changed_is_not_kept_as_its_answer) {
  const Desk desk;
  Session session = desk.session();
  const Run run = answered(session.whole_plan());
  const FactsAsOf begun = session.facts_as_of();
  session.set_line({LineType::ipsec_ike, "", V6Declaration::none});
  session.keep(run, begun);
  BOOST_TEST(session.findings(StepId::line).empty());
  BOOST_TEST(session.findings(StepId::connectivity).empty());
  BOOST_TEST(!session.findings(StepId::terminal).empty());
  session.keep(answered(session.whole_plan()), session.facts_as_of());
  BOOST_TEST(!session.findings(StepId::line).empty());
}

BOOST_AUTO_TEST_CASE(findings_come_in_the_plans_order_and_the_latest_counts) {
  const Desk desk;
  Session session = desk.session();
  const Plan plan = session.plan_for(StepId::line);
  Run first = answered(plan, Verdict::fail);
  std::ranges::reverse(first.findings);
  session.keep(first);
  session.keep(answered(plan, Verdict::ok));
  const auto findings = session.findings(StepId::line);
  BOOST_REQUIRE_EQUAL(findings.size(), plan.checks().size());
  for (std::size_t i = 0; i < findings.size(); ++i) {
    BOOST_CHECK_EQUAL(findings[i].check, plan.checks()[i].name);
    BOOST_CHECK(findings[i].verdict == Verdict::ok);
  }
}

BOOST_AUTO_TEST_CASE(the_whole_is_done_when_every_page_is_done_or_waived) {
  const Desk desk;
  Session session = desk.session();
  BOOST_CHECK_EQUAL(duties_in(session, StepId::done), "duty.done.steps");
  session.set_institution({InstitutionKind::institution_code, "1319999129", "架空医院", ""});
  session.set_line({LineType::ip_vpn_ntt, "CAF0000012345", V6Declaration::contracted});
  session.confirm_reader({.name = "SONY FeliCa RC-S300/P"});
  for (const auto slot : {Environment::production, Environment::verification}) {
    session.set_sheet(slot, sheet_with(slot, "password"));
  }
  put_certificate(session, "4821");
  Run run = answered(session.whole_plan());
  session.keep(run);
  BOOST_CHECK_EQUAL(duties_in(session, StepId::done), "");
  BOOST_CHECK(session.state(StepId::done) == StepState::good);
  for (Finding& finding : run.findings) {
    if (group_of(finding.question) == Group::line) finding.verdict = Verdict::fail;
  }
  session.keep(run);
  BOOST_CHECK_EQUAL(duties_in(session, StepId::done), "duty.done.steps");
  session.waive(StepId::line, "回線は明日開通します");
  BOOST_CHECK_EQUAL(duties_in(session, StepId::done), "");
}

BOOST_AUTO_TEST_SUITE_END()
