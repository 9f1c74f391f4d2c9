// SPDX-License-Identifier: GPL-3.0-or-later
#include <boost/test/unit_test.hpp>

#include "probes/line/line_checks.h"
#include "probes/line/verdict_check.h"
#include "tests/unit/line/healthy_line.h"

namespace onshi::test {
namespace {

using Result = NameAnswer::Result;

Answer ask_verdict(const Situation& situation) { return ask_line("line.verdict", situation); }

bool holds(const Facts& facts, const Fact& wanted) {
  return std::ranges::find(facts.all(), wanted) != facts.all().end();
}

}  // namespace

BOOST_AUTO_TEST_SUITE(verdict_check_tests)

BOOST_AUTO_TEST_CASE(a_healthy_line_of_the_east_is_recognised_with_its_evidence) {
  Answer answer = ask_verdict(healthy_line());
  BOOST_TEST(cause_of(answer) == 0);
  BOOST_TEST(answer.facts.value("line_kind").value() == "ntt_east");
  for (const char* clue : {"search_domain", "ntt_prefix", "closed_resolver_answers"}) {
    BOOST_TEST(holds(answer.facts, {"speaks_for", clue}), clue);
  }
  BOOST_CHECK(std::any_cast<LineVerdict>(answer.evidence).kind == LineKind::ntt_east);
}

BOOST_AUTO_TEST_CASE(dead_resolvers_alone_do_not_hide_what_line_it_is) {
  Situation situation = healthy_line();
  answer_all(situation, kClosed1, Result::timeout);
  answer_all(situation, kClosed2, Result::timeout);
  BOOST_TEST(ask_verdict(situation).facts.value("line_kind").value() == "ntt_east");
}

BOOST_AUTO_TEST_CASE(a_line_without_evidence_is_unknown_and_not_a_fault) {
  Situation situation = healthy_ipv4_line();
  answer_name(situation, "192.168.1.1", kPortal, Result::no_such_name, "", NameQuestion::Type::a);
  Answer answer = ask_verdict(situation);
  BOOST_TEST(cause_of(answer) == 251);
  BOOST_CHECK(answer.verdict == Verdict::unknown);
}

BOOST_AUTO_TEST_CASE(a_router_that_knows_the_service_by_private_addresses_is_a_closed_ipv4_line) {
  Answer answer = ask_verdict(healthy_ipv4_line());
  BOOST_TEST(cause_of(answer) == 0);
  BOOST_TEST(answer.facts.value("line_kind").value() == "closed_ipv4");
  for (const char* clue : {"private_resolver_answers", "private_service_address"}) {
    BOOST_TEST(holds(answer.facts, {"speaks_for", clue}), clue);
  }
}

BOOST_AUTO_TEST_CASE(a_name_that_any_router_may_forward_decides_nothing) {
  Situation situation = healthy_ipv4_line();
  answer_name(situation, "192.168.1.1", kPortal, Result::answer, "203.0.113.7", NameQuestion::Type::a);
  BOOST_TEST(cause_of(ask_verdict(situation)) == 251);
}

namespace {

const std::string kRootServer = "a.root-servers.net";
const std::string kProvider = "3fff:1:2:53::1";

/// Type 1, plugged into an ordinary internet connection.
Situation plain_internet() {
  Situation situation = healthy_line();
  network_of(situation).search_domains.clear();
  network_of(situation).resolvers = {{kProvider, kLink}};
  link_of(situation).addresses = {address("fe80::10"), address("3fff:1:2:4::10")};
  for (const std::string& closed : {kClosed1, kClosed2, kWest1, kWest2, kNgn}) {
    answer_all(situation, closed, Result::unreachable);
  }
  answer_all(situation, kProvider, Result::no_such_name);
  answer_name(situation, kProvider, kRootServer, Result::answer);
  return situation;
}

}  // namespace

BOOST_AUTO_TEST_CASE(an_ordinary_internet_connection_is_called_one_and_is_the_cause_of_all_behind_it) {
  const Situation situation = plain_internet();
  const Answer answer = ask_verdict(situation);
  BOOST_TEST(cause_of(answer) == 254);
  BOOST_CHECK(answer.verdict == Verdict::fail);
  BOOST_TEST(answer.facts.value("line_kind").value() == "internet");
  for (const char* clue :
       {"other_prefix", "service_name_unknown", "internet_names_known", "public_resolver_answers"}) {
    BOOST_TEST(holds(answer.facts, {"speaks_for", clue}), clue);
  }
  const Run run = run_all(line_checks(situation.site, situation.profile), situation);
  BOOST_TEST(static_cast<int>(run.foremost()->number) == 254);
  for (const char* shadow : {"line.resolver.1", "line.names", "line.declared"}) {
    BOOST_TEST(name_of(run.of(shadow)->verdict) == "not_run", shadow);
    BOOST_TEST(static_cast<int>(run.of(shadow)->because_of.value()) == 254, shadow);
  }
}

BOOST_AUTO_TEST_CASE(behind_a_router_of_the_clinic_it_takes_a_name_of_the_internet) {
  Situation situation = healthy_ipv4_line();
  answer_name(situation, "192.168.1.1", kPortal, Result::no_such_name, "", NameQuestion::Type::a);
  for (const Result result : {Result::no_such_name, Result::timeout, Result::refused}) {
    answer_name(situation, "192.168.1.1", kRootServer, result, "", NameQuestion::Type::a);
    BOOST_TEST(cause_of(ask_verdict(situation)) == 251);
  }
  answer_name(situation, "192.168.1.1", kRootServer, Result::answer, "203.0.113.4", NameQuestion::Type::a);
  BOOST_TEST(cause_of(ask_verdict(situation)) == 254);
}

BOOST_AUTO_TEST_CASE(a_name_of_the_internet_says_nothing_where_the_service_is_known_or_the_ngn_is_seen) {
  Situation wrong_resolver = healthy_line();
  network_of(wrong_resolver).resolvers = {{kNgn, kLink}};
  answer_all(wrong_resolver, kNgn, Result::no_such_name);
  answer_all(wrong_resolver, kClosed1, Result::timeout);
  answer_all(wrong_resolver, kClosed2, Result::timeout);
  Situation known = healthy_ipv4_line();
  for (Situation* situation : {&wrong_resolver, &known}) {
    for (const std::string& server : {kNgn, std::string("192.168.1.1")}) {
      answer_name(*situation, server, kRootServer, Result::answer);
      answer_name(*situation, server, kRootServer, Result::answer, "203.0.113.4", NameQuestion::Type::a);
    }
    const Answer answer = ask_verdict(*situation);
    BOOST_TEST(cause_of(answer) == 0);
    BOOST_TEST(!holds(answer.facts, {"speaks_against", "internet_names_known"}));
  }
}

BOOST_AUTO_TEST_CASE(the_path_mtu_stands_among_the_facts_and_speaks_for_what_has_such_a_one) {
  Situation situation = healthy_ipv4_line();
  const std::string far = "10.20.53.1";
  network_of(situation).resolvers = {{far, kLink}};
  for (const std::string& name : {kPortal, kCrl, kDistribution, kTime}) {
    answer_name(situation, far, name, Result::answer, "10.1.2.3", NameQuestion::Type::a);
  }
  struct Row {
    int bytes;
    const char* kind;
  };
  for (const Row& row : {Row{1500, "closed_ipv4"}, Row{1454, "ctc_qtnet"}, Row{1492, "ctc_qtnet"},
                         Row{1390, "closed_ipv4"}, Row{1280, "closed_ipv4"}}) {
    situation.seen.path_mtus = {{far, row.bytes}};
    const Answer answer = ask_verdict(situation);
    BOOST_TEST(answer.facts.value("path_mtu").value() == std::to_string(row.bytes));
    BOOST_TEST(answer.facts.value("path_mtu_to").value() == far);
    BOOST_TEST(answer.facts.value("line_kind").value() == row.kind);
  }
}

BOOST_AUTO_TEST_CASE(a_neighbour_says_nothing_of_the_path) {
  Situation situation = healthy_ipv4_line();
  situation.seen.path_mtus = {{"192.168.1.1", 1454}};
  BOOST_TEST(!ask_verdict(situation).facts.value("path_mtu").has_value());
}

BOOST_AUTO_TEST_CASE(evidence_for_both_regions_is_told_apart_from_too_little) {
  Situation situation = healthy_line();
  network_of(situation).search_domains = {"flets-west.example"};
  network_of(situation).resolvers = {{kClosed1, kLink}};
  answer_all(situation, kWest1, Result::timeout);
  answer_all(situation, kWest2, Result::timeout);
  link_of(situation).addresses = {address("2001:db9::1")};
  BOOST_TEST(cause_of(ask_verdict(situation)) == 252);
}

BOOST_AUTO_TEST_CASE(a_persons_word_answers_what_cannot_be_told_and_changes_nothing_that_is_seen) {
  Situation situation = healthy_ipv4_line();
  answer_name(situation, "192.168.1.1", kPortal, Result::no_such_name, "", NameQuestion::Type::a);
  const LineOverride stated{LineKind::ipsec, "契約書で確かめた", "架空システム 山田", {}};
  situation.site.line_override = stated;
  const Answer unknown = ask_verdict(situation);
  BOOST_TEST(cause_of(unknown) == 253);
  BOOST_CHECK(unknown.verdict == Verdict::attention);
  BOOST_TEST(unknown.facts.value("line_kind").value() == "unknown");
  BOOST_TEST(unknown.facts.value("stated_kind").value() == "ipsec");
  BOOST_CHECK(!std::any_cast<LineVerdict>(unknown.evidence).kind);
  Situation healthy = healthy_line();
  healthy.site.line_override = stated;
  const Answer seen = ask_verdict(healthy);
  BOOST_TEST(cause_of(seen) == 0);
  BOOST_TEST(seen.facts.value("line_kind").value() == "ntt_east");
}

BOOST_AUTO_TEST_CASE(what_every_other_kind_got_is_kept_with_its_points) {
  const Answer answer = ask_verdict(healthy_line());
  std::vector<std::string> others;
  for (const Fact& fact : answer.facts.all()) {
    if (fact.key == "other_line") others.push_back(fact.value);
  }
  BOOST_REQUIRE(others.size() == 4U);
  BOOST_TEST(others[0].starts_with("ntt_west|0"));
  BOOST_TEST(others[1].starts_with("ctc_qtnet|-"));
  BOOST_TEST(others[1].find("|search_domain|-2|flets-east.example") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(a_router_that_answers_on_an_ipv6_line_says_nothing_of_its_kind) {
  Situation situation = healthy_line();
  network_of(situation).resolvers = {{"192.168.1.1", kLink}};
  network_of(situation).routes.push_back(
      {.destination = "10.200.0.0", .prefix_length = 16, .gateway = "192.168.1.1", .link = kLink});
  answer_all(situation, "192.168.1.1", Result::answer);
  const Answer answer = ask_verdict(situation);
  BOOST_TEST(answer.facts.value("line_kind").value() == "ntt_east");
  BOOST_TEST(!answer.facts.value("speaks_against").has_value());
}

BOOST_AUTO_TEST_CASE(ppp_and_private_routes_are_seen) {
  Situation situation = healthy_ipv4_line();
  link_of(situation).kind = Link::Kind::ppp;
  network_of(situation).routes.push_back(
      {.destination = "10.200.0.0", .prefix_length = 16, .gateway = "192.168.1.1", .link = kLink});
  Answer address = ask_line("line.address", situation);
  Answer survey = ask_line("line.resolvers", situation);
  auto resolvers = std::any_cast<ResolverSurvey>(survey.evidence);
  auto seen =
      observations_of(std::any_cast<AddressEvidence>(address.evidence), &resolvers, situation.profile);
  BOOST_REQUIRE(seen.size() == 4U);
  BOOST_CHECK(seen[0].what == Observation::ppp_or_mtu_1454);
  BOOST_CHECK(seen[1].what == Observation::private_routes_and_dns);
  BOOST_CHECK(seen[2].what == Observation::private_resolver_answers);
  BOOST_CHECK(seen[3].what == Observation::private_service_address);
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace onshi::test
