// SPDX-License-Identifier: GPL-3.0-or-later
#include <boost/test/unit_test.hpp>

#include "probes/connectivity/connectivity_checks.h"
#include "probes/connectivity/tls_check.h"
#include "probes/site/clock_offset.h"
#include "probes/world/recorded/recorded_world.h"
#include "tests/unit/connectivity/ladder.h"

namespace onshi::test {
namespace {

using Result = TlsAnswer::Result;

TlsAnswer not_trusted(long error) {
  TlsAnswer answer;
  answer.result = Result::not_trusted;
  answer.verify_error = error;
  answer.server.subject = "CN=hweb.verification.example";
  answer.server.issuer = "CN=Stranger";
  answer.server.not_before = kToday - std::chrono::days{90};
  answer.server.not_after = kToday - std::chrono::days{3};
  answer.failing = answer.server;
  return answer;
}

TlsAnswer ended(Result result, int alert = 0) {
  TlsAnswer answer;
  answer.result = result;
  answer.alert = alert;
  return answer;
}

Answer ask_tls(const TlsAnswer& answer, std::optional<ClockOffset> clock = {}) {
  Situation situation = healthy_service();
  shake_host(situation, kPortalHost, answer);
  if (clock) situation.evidence.put("terminal.clock", *clock);
  return ask_ladder("connectivity.tls.portal", situation);
}

/// Answers each handshake with the next of `answers`, and with the last for ever.
class ChangingNetwork : public Network {
 public:
  ChangingNetwork(AllowedHosts allowed, std::vector<TlsAnswer> answers)
      : Network(std::move(allowed)), answers_(std::move(answers)) {}
  std::size_t asked = 0;

 protected:
  TcpAnswer do_connect(const Target& /*target*/, const Limit& /*limit*/) override { return {}; }
  HttpAnswer do_request(const HttpRequest& /*request*/, const Limit& /*limit*/) override { return {}; }
  TlsAnswer do_handshake(const Target& /*target*/, const std::string& /*roots_pem*/,
                         const Limit& /*limit*/) override {
    return answers_[std::min(asked++, answers_.size() - 1)];
  }

 private:
  std::vector<TlsAnswer> answers_;
};

class ChangingWorld : public World {
 public:
  ChangingWorld(const Situation& situation, std::vector<TlsAnswer> answers)
      : recorded_(recorded_world(situation.seen, {})), network_({kPortalHost}, std::move(answers)) {}
  Links& links() override { return recorded_->links(); }
  Names& names() override { return recorded_->names(); }
  ChangingNetwork& network() override { return network_; }
  Cards& cards() override { return recorded_->cards(); }
  Machine& machine() override { return recorded_->machine(); }
  Programs& programs() override { return recorded_->programs(); }
  Tunnels& tunnels() override { return recorded_->tunnels(); }
  Browsers& browsers() override { return recorded_->browsers(); }

 private:
  std::shared_ptr<World> recorded_;
  ChangingNetwork network_;
};

/// The same with what the host's address says to plain HTTP.
Answer ask_tls_with_page(const TlsAnswer& answer, int status, const std::string& location = {}) {
  Situation situation = healthy_service();
  shake_host(situation, kPortalHost, answer);
  HttpAnswer page;
  page.result = HttpAnswer::Result::answered;
  page.status = status;
  page.location = location;
  situation.seen.requests.push_back({{kPortalHost, kPortalAddress, 80}, "/", false, page, false});
  return ask_ladder("connectivity.tls.portal", situation);
}

ClockOffset ahead_by(std::chrono::hours hours) { return {.known = true, .offset = -hours}; }

}  // namespace

BOOST_AUTO_TEST_SUITE(tls_check_tests)

BOOST_AUTO_TEST_CASE(a_trusted_server_is_good_and_hands_its_address_on) {
  Answer answer = ask_ladder("connectivity.tls.portal", healthy_service());
  BOOST_TEST(cause_of(answer) == 0);
  BOOST_TEST(answer.facts.value("protocol").value() == "TLSv1.3");
  BOOST_TEST(std::any_cast<HostAddresses>(answer.evidence).addresses == std::vector{kPortalAddress});
}

BOOST_AUTO_TEST_CASE(each_judgement_has_its_own_number) {
  struct Row {
    TlsAnswer answer;
    int number;
  };
  for (const Row& row : std::vector<Row>{{not_trusted(10), 721},
                                         {not_trusted(9), 722},
                                         {not_trusted(62), 723},
                                         {not_trusted(19), 724},
                                         {not_trusted(21), 725},
                                         {ended(Result::stalled), 726},
                                         {ended(Result::closed), 727},
                                         {ended(Result::alert, 70), 728}}) {
    Answer answer = ask_tls(row.answer);
    BOOST_TEST(cause_of(answer) == row.number);
    BOOST_CHECK(answer.verdict == Verdict::fail);
  }
}

BOOST_AUTO_TEST_CASE(a_stall_that_small_packets_cure_is_the_paths) {
  struct Row {
    Result in_small_packets;
    int number;
  };
  for (const Row& row : std::vector<Row>{{Result::agreed, 746},
                                         {Result::not_trusted, 746},
                                         {Result::alert, 746},
                                         {Result::stalled, 726},
                                         {Result::closed, 726},
                                         {Result::no_connection, 726}}) {
    Situation situation = healthy_service();
    shake_host(situation, kPortalHost, ended(Result::stalled));
    Target small{kPortalHost, kPortalAddress, 443};
    small.largest_segment = 1200;
    situation.seen.handshakes.push_back({small, ended(row.in_small_packets)});
    Answer answer = ask_ladder("connectivity.tls.portal", situation);
    BOOST_TEST(cause_of(answer) == row.number);
    BOOST_CHECK(answer.verdict == Verdict::fail);
  }
}

BOOST_AUTO_TEST_CASE(a_stall_that_has_passed_when_asked_once_more_no_longer_counts) {
  struct Row {
    TlsAnswer small;
    TlsAnswer again;
    int number;  // 0: no cause
    std::size_t asked;
  };
  for (const Row& row : std::vector<Row>{{ended(Result::agreed), ended(Result::agreed), 0, 3},
                                         {ended(Result::agreed), not_trusted(10), 721, 3},
                                         {ended(Result::agreed), ended(Result::stalled), 746, 3},
                                         {ended(Result::agreed), ended(Result::no_connection), 745, 3},
                                         {ended(Result::stalled), ended(Result::agreed), 726, 2}}) {
    Situation situation = healthy_service();
    ChangingWorld world(situation, {ended(Result::stalled), row.small, row.again});
    situation.evidence.put("connectivity.tcp.portal", HostAddresses{.addresses = {kPortalAddress}});
    const auto checks = connectivity_checks(situation.site, situation.profile, good_client(), {});
    const Check& check = check_named(checks, "connectivity.tls.portal");
    Answer answer = check.run({world, situation.site, situation.profile, situation.secrets,
                               situation.evidence, Limit::of(check.budget)});
    BOOST_TEST((answer.cause ? cause_of(answer) : 0) == row.number);
    BOOST_TEST(world.network().asked == row.asked);
  }
}

BOOST_AUTO_TEST_CASE(a_handshake_that_did_not_come_about_leaves_the_server_open) {
  for (Result result : {Result::no_connection, Result::failed}) {
    Answer answer = ask_tls(ended(result));
    BOOST_TEST(cause_of(answer) == 745);
    BOOST_CHECK(answer.verdict == Verdict::unknown);
  }
}

BOOST_AUTO_TEST_CASE(a_stranger_who_sends_everybody_to_his_page_is_a_captive_portal) {
  const std::string page = "http://login.guest.example/welcome";
  for (long error : {19L, 62L, 21L}) {
    Answer answer = ask_tls_with_page(not_trusted(error), 302, page);
    BOOST_TEST(cause_of(answer) == 756);
    BOOST_CHECK(answer.verdict == Verdict::fail);
    BOOST_TEST(answer.facts.value("location").value() == page);
  }
  BOOST_TEST(cause_of(ask_tls_with_page(not_trusted(19), 511)) == 756);
}

BOOST_AUTO_TEST_CASE(a_certificate_that_is_not_trusted_is_no_portal_without_such_a_page) {
  BOOST_TEST(cause_of(ask_tls_with_page(not_trusted(19), 301, "https://" + kPortalHost + "/")) == 724);
  BOOST_TEST(cause_of(ask_tls_with_page(not_trusted(19), 200)) == 724);
  BOOST_TEST(cause_of(ask_tls_with_page(not_trusted(10), 302, "http://login.guest.example/")) == 721);
}

BOOST_AUTO_TEST_CASE(wrong_dates_under_a_wrong_clock_are_the_clocks) {
  Answer answer = ask_tls(not_trusted(10), ahead_by(std::chrono::hours{100}));
  BOOST_TEST(cause_of(answer) == 729);
  BOOST_TEST(answer.facts.value("clock_offset_ms").value() == "-360000000");
}

BOOST_AUTO_TEST_CASE(a_server_certificate_that_is_over_by_any_clock_is_the_servers) {
  BOOST_TEST(cause_of(ask_tls(not_trusted(10), ahead_by(std::chrono::hours{2}))) == 721);
}

BOOST_AUTO_TEST_CASE(what_the_server_showed_is_kept_as_facts) {
  Facts facts = ask_tls(not_trusted(10)).facts;
  BOOST_TEST(facts.value("verify_error").value() == "10");
  BOOST_TEST(facts.value("server_not_after").value() == "2026-11-18");
  BOOST_TEST(facts.value("server_issuer").value() == "CN=Stranger");
}

BOOST_AUTO_TEST_CASE(it_waits_for_the_checks_that_it_was_told_to_wait_for) {
  auto host = ladder_hosts(healthy_service().profile).front();
  BOOST_TEST(tls_check(host, {"terminal.clock"}).after == std::vector<std::string>{"terminal.clock"});
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace onshi::test
