// SPDX-License-Identifier: GPL-3.0-or-later
// Every way in which a tunnel of the terminal can fail, from what the IKE program lists and counts.
#include <boost/test/unit_test.hpp>

#include "probes/line/line_checks.h"
#include "probes/line/line_verdict.h"
#include "probes/line/tunnel_check.h"
#include "probes/line/tunnel_stage.h"
#include "probes/world/recorded/recorded_world.h"
#include "tests/unit/line/healthy_line.h"

namespace onshi::test {
namespace {

using namespace std::chrono_literals;
using Result = NameAnswer::Result;
const std::string kBehind = "10.20.0.53";
const std::string kConnection = "closed-network";

TunnelConnection configured(const IkeMessages& messages = {}) {
  return {.name = kConnection,
          .version = "IKEv2",
          .gateways = {"198.51.100.1"},
          .networks = {"10.20.0.0/16"},
          .since_start = messages};
}

IkeSa conversation(const std::string& state, std::chrono::milliseconds seen_for = 2000ms) {
  return {
      .connection = kConnection, .id = "1", .state = state, .remote = "198.51.100.1", .seen_for = seen_for};
}

IkeSa standing() {
  IkeSa sa = conversation("ESTABLISHED");
  sa.children = {{"INSTALLED", {"10.20.0.0/16"}}};
  return sa;
}

TunnelView view_of(const std::vector<IkeSa>& conversations, const IkeMessages& messages = {}) {
  return {.counted = true, .conversations = conversations, .connections = {configured(messages)}};
}

/// A terminal that keeps a tunnel; the resolver behind it gives `result`.
Situation terminal_with(Seen<TunnelView> tunnels, Result result) {
  Situation situation = healthy_ipv4_line();
  network_of(situation).resolvers = {{kBehind, kLink}};
  for (const std::string& name : {kPortal, kCrl, kDistribution, kTime}) {
    answer_name(situation, kBehind, name, result, "10.20.30.1", NameQuestion::Type::a);
  }
  situation.seen.tunnels = std::move(tunnels);
  return situation;
}

Answer ask_tunnel(const Situation& situation) { return ask_line("line.tunnel", situation); }
Answer silent_with(const TunnelView& view) { return ask_tunnel(terminal_with(view, Result::timeout)); }

Seen<TunnelView> cannot(CannotSee::Why why, const std::string& detail = {}) {
  return std::unexpected(CannotSee{why, 0, detail});
}

const IkeMessages kSilent{.init_sent = 3};
const IkeMessages kDisagreed{.init_sent = 1, .init_answered = 1};
const IkeMessages kRefused{.init_sent = 1, .init_answered = 1, .auth_sent = 1, .auth_answered = 1};

}  // namespace

BOOST_AUTO_TEST_SUITE(tunnel_check_tests)

BOOST_AUTO_TEST_CASE(each_way_of_not_standing_has_its_own_cause) {
  IkeSa stuck = conversation("CONNECTING");
  stuck.answered = true;
  IkeSa without_child = conversation("ESTABLISHED");
  IkeSa dying_child = without_child;
  dying_child.children = {{"DELETING", {"10.20.0.0/16"}}};
  struct Row {
    const char* what;
    TunnelView view;
    int cause;
  };
  const std::vector<Row> rows{
      {"waits for the first answer", view_of({conversation("CONNECTING")}, kSilent), 291},
      {"waits for the answer to its authentication", view_of({stuck}), 291},
      {"gave up waiting", view_of({}, kSilent), 291},
      {"gave up at authentication", view_of({}, {.init_sent = 1, .init_answered = 1, .auth_sent = 1}), 291},
      {"never came to authentication", view_of({}, kDisagreed), 292},
      {"ended at authentication", view_of({}, kRefused), 293},
      {"no child", view_of({without_child}), 294},
      {"a child that is going", view_of({dying_child}), 294},
      {"nobody tried", view_of({}), 297},
      {"has only just begun", view_of({conversation("CONNECTING", 100ms)}, kSilent), 297},
      {"is being taken down", view_of({conversation("DELETING")}, kRefused), 297},
      {"stood once",
       view_of({},
               {.init_sent = 1, .init_answered = 1, .auth_sent = 1, .auth_answered = 1, .informational = 4}),
       297},
      {"sometimes answered", view_of({}, {.init_sent = 4, .init_answered = 2}), 297},
  };
  for (const Row& row : rows) {
    Answer answer = silent_with(row.view);
    BOOST_TEST(cause_of(answer) == row.cause, row.what);
    BOOST_TEST(name_of(answer.verdict) == "fail", row.what);
    BOOST_TEST(answer.facts.value("connection").value() == kConnection, row.what);
  }
}

BOOST_AUTO_TEST_CASE(what_happened_while_watching_counts_more_than_what_is_long_past) {
  TunnelView view = view_of(
      {}, {.init_sent = 90, .init_answered = 50, .auth_sent = 50, .auth_answered = 50, .informational = 900});
  view.connections.front().while_watched = kDisagreed;
  BOOST_TEST(cause_of(silent_with(view)) == 292);
  view.connections.front().while_watched = kRefused;
  BOOST_TEST(cause_of(silent_with(view)) == 293);
  view.connections.front().while_watched = {.init_sent = 1};  // its answer may be on its way
  BOOST_TEST(cause_of(silent_with(view)) == 297);
}

BOOST_AUTO_TEST_CASE(without_counters_no_reason_is_claimed) {
  TunnelView uncounted = view_of({}, kRefused);
  uncounted.counted = false;
  BOOST_TEST(cause_of(silent_with(uncounted)) == 297);
  TunnelView old = view_of({}, kDisagreed);
  old.connections.front().version = "IKEv1";
  BOOST_TEST(cause_of(silent_with(old)) == 297);
}

BOOST_AUTO_TEST_CASE(a_tunnel_that_stands_is_good_and_hands_on_its_gateway) {
  Answer answer = ask_tunnel(terminal_with(view_of({standing()}, kRefused), Result::answer));
  BOOST_TEST(cause_of(answer) == 0);
  BOOST_TEST(answer.facts.value("tunnel_end").value() == "terminal");
  BOOST_TEST(std::any_cast<TunnelEvidence>(answer.evidence).gateway == "198.51.100.1");
}

BOOST_AUTO_TEST_CASE(a_tunnel_whose_keys_are_being_renewed_stands) {
  IkeSa renewing = standing();
  renewing.state = "REKEYING";
  renewing.children.front().state = "REKEYING";
  BOOST_TEST(cause_of(ask_tunnel(terminal_with(view_of({renewing}), Result::answer))) == 0);
}

BOOST_AUTO_TEST_CASE(a_silent_resolver_behind_a_standing_tunnel_is_the_tunnels_matter) {
  Answer answer = silent_with(view_of({standing()}));
  BOOST_TEST(cause_of(answer) == 295);
  BOOST_TEST(answer.facts.value("resolver").value() == kBehind);
  for (Result alive : {Result::no_such_name, Result::server_failure, Result::refused}) {
    BOOST_TEST(cause_of(ask_tunnel(terminal_with(view_of({standing()}), alive))) == 0);
  }
}

BOOST_AUTO_TEST_CASE(a_silent_resolver_elsewhere_says_nothing_about_the_tunnel) {
  Situation situation = terminal_with(view_of({standing()}), Result::timeout);
  network_of(situation).resolvers = {{"192.168.1.1", kLink}};
  answer_name(situation, "192.168.1.1", kPortal, Result::timeout, "", NameQuestion::Type::a);
  BOOST_TEST(cause_of(ask_tunnel(situation)) == 0);
  network_of(situation).resolvers = {{"203.0.113.53", kLink}};
  BOOST_TEST(cause_of(ask_tunnel(situation)) == 0);
}

BOOST_AUTO_TEST_CASE(the_clinics_own_router_is_not_behind_a_tunnel_that_takes_everything) {
  IkeSa everything = standing();
  everything.children.front().networks = {"0.0.0.0/0"};
  Situation situation = terminal_with(view_of({everything}), Result::timeout);
  network_of(situation).resolvers = {{"192.168.1.1", kLink}};
  answer_name(situation, "192.168.1.1", kPortal, Result::timeout, "", NameQuestion::Type::a);
  BOOST_TEST(cause_of(ask_tunnel(situation)) == 0);
}

BOOST_AUTO_TEST_CASE(a_fallen_tunnel_that_nobody_misses_is_no_fault) {
  for (const IkeMessages& messages : {kSilent, kDisagreed, kRefused}) {
    Answer answer = ask_tunnel(terminal_with(view_of({}, messages), Result::answer));
    BOOST_TEST(name_of(answer.verdict) == "attention");
    BOOST_TEST(cause_of(answer) != 0);
  }
}

BOOST_AUTO_TEST_CASE(a_router_that_does_not_know_the_name_is_no_way_around_a_fallen_tunnel) {
  for (Result result : {Result::no_such_name, Result::no_data, Result::refused, Result::server_failure}) {
    Answer answer = ask_tunnel(terminal_with(view_of({}, kRefused), result));
    BOOST_TEST(name_of(answer.verdict) == "fail");
    BOOST_TEST(cause_of(answer) == 293);
  }
}

BOOST_AUTO_TEST_CASE(the_connection_that_leads_to_the_resolver_is_the_one_that_counts) {
  TunnelView view = view_of({}, kDisagreed);
  IkeSa other = standing();
  other.connection = "maintenance";
  other.children.front().networks = {"172.16.0.0/12"};
  view.conversations = {other};
  view.connections.insert(view.connections.begin(), {.name = "maintenance", .networks = {"172.16.0.0/12"}});
  Answer answer = silent_with(view);
  BOOST_TEST(cause_of(answer) == 292);
  BOOST_TEST(answer.facts.value("connection").value() == kConnection);
}

namespace {

const std::string kOwnRouter = "192.168.1.1";

/// The resolver is the clinic's router; the service lies behind the tunnel.
Situation terminal_behind_router(const TunnelView& view) {
  Situation situation = healthy_ipv4_line();
  answer_name(situation, kOwnRouter, kPortal, Result::answer, "10.20.30.1", NameQuestion::Type::a);
  situation.seen.tunnels = view;
  return situation;
}

TunnelView with_other_purpose(TunnelView view) {
  IkeSa other = standing();
  other.connection = "maintenance";
  other.children.front().networks = {"172.16.0.0/12"};
  view.conversations.insert(view.conversations.begin(), other);
  view.connections.insert(view.connections.begin(), {.name = "maintenance", .networks = {"172.16.0.0/12"}});
  return view;
}

/// A world in which the tunnel stands once somebody called `address`, and that counts the calls.
class OnDemand : public World, Tunnels, Network {
 public:
  OnDemand(const Situation& situation, std::string address)
      : Network({kPortal}), rest_(recorded_world(situation.seen, {kPortal})), address_(std::move(address)) {}
  Seen<TunnelView> watch(const Enough& enough, std::chrono::milliseconds patience,
                         const Limit& /*limit*/) override {
    TunnelView seen = view_of(called_ ? std::vector{standing()} : std::vector<IkeSa>{});
    if (patience > 0ms && called_) BOOST_TEST(enough(seen));
    return seen;
  }
  Links& links() override { return rest_->links(); }
  Names& names() override { return rest_->names(); }
  Network& network() override { return *this; }
  Cards& cards() override { return rest_->cards(); }
  Machine& machine() override { return rest_->machine(); }
  Programs& programs() override { return rest_->programs(); }
  Tunnels& tunnels() override { return *this; }
  Browsers& browsers() override { return rest_->browsers(); }

 protected:
  TcpAnswer do_connect(const Target& target, const Limit& /*limit*/) override {
    called_ = called_ || target.address == address_;
    return {};
  }
  TlsAnswer do_handshake(const Target&, const std::string&, const Limit&) override { return {}; }
  HttpAnswer do_request(const HttpRequest&, const Limit&) override { return {}; }

 private:
  std::shared_ptr<World> rest_;
  std::string address_;
  bool called_ = false;
};

Answer ask_on_demand(const std::string& address) {
  Situation situation = terminal_behind_router(view_of({}));
  Evidence evidence;
  evidence.put("line.address", ask_line("line.address", situation).evidence);
  OnDemand world(situation, address);
  return tunnel_check().run(
      {world, situation.site, situation.profile, situation.secrets, evidence, Limit::of(10min)});
}

}  // namespace

BOOST_AUTO_TEST_CASE(a_tunnel_that_is_made_on_demand_is_looked_at_again_after_a_call_to_the_service) {
  BOOST_TEST(cause_of(ask_on_demand("10.20.30.1")) == 0);
  BOOST_TEST(cause_of(ask_on_demand("10.20.30.2")) == 297);
}

BOOST_AUTO_TEST_CASE(a_standing_tunnel_of_another_purpose_does_not_stand_for_the_service) {
  const TunnelView view = with_other_purpose(view_of({conversation("CONNECTING")}, kSilent));
  const Answer answer = ask_tunnel(terminal_behind_router(view));
  BOOST_TEST(cause_of(answer) == 291);
  BOOST_TEST(answer.facts.value("connection").value() == kConnection);
  BOOST_TEST(cause_of(silent_with(view)) == 291);
  const TunnelView both = with_other_purpose(view_of({standing()}));
  BOOST_TEST(cause_of(ask_tunnel(terminal_behind_router(both))) == 0);
}

BOOST_AUTO_TEST_CASE(of_two_gateways_one_is_enough) {
  TunnelView view = view_of({standing()}, kSilent);
  TunnelConnection second = configured(kSilent);
  second.name = "second";
  view.connections.insert(view.connections.begin(), second);
  BOOST_TEST(cause_of(ask_tunnel(terminal_with(view, Result::answer))) == 0);
}

BOOST_AUTO_TEST_CASE(networks_are_compared_by_their_bits) {
  BOOST_TEST(leads_to({"10.20.0.0/16"}, "10.20.0.53"));
  BOOST_TEST(leads_to({"10.20.0.0/16[udp/53]"}, "10.20.0.53"));
  BOOST_TEST(!leads_to({"10.20.0.0/16"}, "10.200.0.53"));
  for (const char* nonsense : {"dynamic", "", "[", "10.20.0.0", "10.20.0.1..10.20.0.9"}) {
    BOOST_TEST(!leads_to({nonsense}, "10.20.0.0"), nonsense);
  }
}

BOOST_AUTO_TEST_CASE(where_no_such_program_is_the_router_ends_the_tunnel) {
  for (CannotSee::Why why : {CannotSee::Why::not_here, CannotSee::Why::not_supported}) {
    Answer answer = ask_tunnel(terminal_with(cannot(why), Result::answer));
    BOOST_TEST(cause_of(answer) == 0);
    BOOST_TEST(answer.facts.value("tunnel_end").value() == "router");
    BOOST_TEST(!answer.evidence.has_value());
  }
}

BOOST_AUTO_TEST_CASE(what_cannot_be_seen_is_said_and_stops_nothing) {
  struct Row {
    CannotSee::Why why;
    int cause;
  };
  for (const Row& row : {Row{CannotSee::Why::refused, 296}, Row{CannotSee::Why::failed, 299},
                         Row{CannotSee::Why::timeout, 299}}) {
    Situation situation = terminal_with(cannot(row.why, "EACCES"), Result::answer);
    BOOST_TEST(cause_of(ask_tunnel(situation)) == row.cause);
    BOOST_TEST(ask_tunnel(situation).facts.value("error").value() == "EACCES");
    Run run = run_all(line_checks(situation.site, situation.profile), situation);
    BOOST_TEST(name_of(run.of("line.names")->verdict) == "ok");
  }
}

BOOST_AUTO_TEST_CASE(a_program_that_has_gone_is_the_cause_of_silent_resolvers) {
  Situation situation = terminal_with(cannot(CannotSee::Why::failed, "ECONNREFUSED"), Result::timeout);
  Run run = run_all(line_checks(situation.site, situation.profile), situation);
  BOOST_TEST(static_cast<int>(run.foremost()->number) == 299);
  BOOST_TEST(name_of(run.of("line.resolvers")->verdict) == "not_run");
  situation.seen.tunnels = cannot(CannotSee::Why::refused, "EACCES");
  run = run_all(line_checks(situation.site, situation.profile), situation);
  BOOST_TEST(static_cast<int>(run.foremost()->number) == 231);
}

BOOST_AUTO_TEST_CASE(a_program_without_a_connection_needs_attention) {
  TunnelView idle{.counted = true};
  BOOST_TEST(cause_of(ask_tunnel(terminal_with(idle, Result::answer))) == 298);
}

BOOST_AUTO_TEST_CASE(what_lies_behind_a_fallen_tunnel_is_its_shadow) {
  Situation situation = terminal_with(view_of({conversation("CONNECTING")}, kSilent), Result::timeout);
  Run run = run_all(line_checks(situation.site, situation.profile), situation);
  BOOST_TEST(static_cast<int>(run.foremost()->number) == 291);
  for (const char* check : {"line.resolvers", "line.resolver.1", "line.names", "line.verdict"}) {
    BOOST_TEST(name_of(run.of(check)->verdict) == "not_run", check);
    BOOST_TEST(static_cast<int>(*run.of(check)->because_of) == 291, check);
  }
}

BOOST_AUTO_TEST_CASE(a_standing_tunnel_says_what_kind_of_line_it_is) {
  Situation situation = terminal_with(view_of({standing()}), Result::answer);
  Answer answer = ask_line("line.verdict", situation);
  BOOST_TEST(cause_of(answer) == 0);
  BOOST_TEST(answer.facts.value("line_kind").value() == "ipsec");
}

BOOST_AUTO_TEST_CASE(only_a_line_of_type_3_has_the_row) {
  Situation situation = healthy_ipv4_line();
  for (auto type : {std::optional<LineType>{}, std::optional{LineType::ip_vpn_ntt},
                    std::optional{LineType::ip_vpn_ctc_qtnet}}) {
    situation.site.line.type = type;
    auto checks = line_checks(situation.site, situation.profile);
    BOOST_TEST(std::ranges::count(checks, "line.tunnel", &Check::name) == 0);
  }
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace onshi::test
