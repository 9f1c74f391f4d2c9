// SPDX-License-Identifier: GPL-3.0-or-later
#include <boost/test/unit_test.hpp>

#include "probes/world/recorded/recorded_world.h"

using namespace onshi;
using namespace std::chrono_literals;

namespace {

const Limit limit = Limit::of(24h);
const Target portal{"portal.verification.example", "2001:db8::1", 443};
const std::vector<std::uint8_t> select_application = {0x00, 0xA4, 0x04, 0x0C, 0x0A, 0xD3, 0x92, 0xF0,
                                                      0x00, 0x26, 0x01, 0x00, 0x00, 0x00, 0x01};

Limit stopped() {
  std::stop_source source;
  source.request_stop();
  return Limit::of(1min, source.get_token());
}

Observations with_card() {
  Observations seen;
  seen.readers = std::vector{ReaderState{.name = "Invented Reader 00 00", .card_present = true, .atr = {}},
                             ReaderState{.name = "Invented Reader 01 00", .atr = {}}};
  seen.cards["Invented Reader 00 00"].responses["00A4040C0AD392F000260100000001"] = "9000";
  return seen;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(recorded_world_tests)

BOOST_AUTO_TEST_CASE(a_name_is_answered_by_the_server_and_the_way_that_were_recorded) {
  Observations seen;
  NameQuestion question{.name = "portal.verification.example", .server = "2001:db8::53"};
  seen.names.push_back(
      {question,
       {.result = NameAnswer::Result::answer, .addresses = {"2001:db8::1"}, .ttl = 60, .error = {}}});
  auto world = recorded_world(seen, {});
  BOOST_TEST(world->names().ask(question, limit).addresses.at(0) == "2001:db8::1");
  question.tries = 5;
  BOOST_TEST((world->names().ask(question, limit).result == NameAnswer::Result::answer));
  question.way = NameQuestion::Way::tcp;
  NameAnswer other = world->names().ask(question, limit);
  BOOST_TEST((other.result == NameAnswer::Result::failed));
  BOOST_TEST(other.error == "not recorded");
}

BOOST_AUTO_TEST_CASE(a_recorded_network_never_changes) {
  Observations seen;
  seen.network = NetworkView{.links = {{.name = "enp1s0"}}};
  auto world = recorded_world(seen, {});
  BOOST_CHECK(world->links().wait_for_change({}, limit) == seen.network);
  BOOST_CHECK(world->links().wait_for_change(*seen.network, Limit::of(1ms)) == seen.network);
  BOOST_TEST(
      (world->links().wait_for_change(*seen.network, stopped()).error().why == CannotSee::Why::cancelled));
}

BOOST_AUTO_TEST_CASE(the_allow_list_stands_before_recorded_answers_too) {
  Observations seen;
  seen.connections.push_back({portal, {.result = TcpAnswer::Result::connected, .error = {}, .source = {}}});
  BOOST_TEST((recorded_world(seen, {portal.host})->network().connect(portal, limit).result ==
              TcpAnswer::Result::connected));
  BOOST_TEST(
      (recorded_world(seen, {})->network().connect(portal, limit).result == TcpAnswer::Result::not_allowed));
}

BOOST_AUTO_TEST_CASE(a_request_with_a_certificate_is_another_than_one_without) {
  Observations seen;
  HttpAnswer refused;
  refused.result = HttpAnswer::Result::answered;
  refused.status = 400;
  refused.certificate_missing = true;
  seen.requests.push_back({portal, "/", false, refused});
  auto world = recorded_world(seen, {portal.host});
  HttpRequest request{.target = portal, .certificate = nullptr, .roots_pem = {}};
  BOOST_TEST(world->network().request(request, limit).certificate_missing);
  request.certificate = std::make_shared<const ClientCertificate>();
  BOOST_TEST(world->network().request(request, limit).error == "not recorded");
}

BOOST_AUTO_TEST_CASE(a_request_for_a_websocket_is_another_than_a_plain_one) {
  Observations seen;
  HttpAnswer granted;
  granted.result = HttpAnswer::Result::answered;
  granted.upgraded = true;
  seen.requests.push_back({portal, "/", false, granted, true});
  auto world = recorded_world(seen, {portal.host});
  HttpRequest request{.target = portal, .websocket = true, .certificate = nullptr, .roots_pem = {}};
  BOOST_TEST(world->network().request(request, limit).upgraded);
  request.websocket = false;
  BOOST_TEST(world->network().request(request, limit).error == "not recorded");
}

BOOST_AUTO_TEST_CASE(a_stop_is_said_to_be_one) {
  auto world = recorded_world(with_card(), {portal.host});
  BOOST_TEST((world->names().ask({}, stopped()).result == NameAnswer::Result::cancelled));
  BOOST_TEST((world->network().connect(portal, stopped()).result == TcpAnswer::Result::cancelled));
  BOOST_TEST((world->network().handshake(portal, {}, stopped()).result == TlsAnswer::Result::cancelled));
  BOOST_TEST((world->cards().readers(stopped()).error().what == CardTrouble::What::cancelled));
  BOOST_TEST((world->links().look(stopped()).error().why == CannotSee::Why::cancelled));
  BOOST_TEST((world->machine().clock_offset({portal.host, "2001:db8::1", 123}, stopped()).error().why ==
              CannotSee::Why::cancelled));
}

BOOST_AUTO_TEST_CASE(a_time_host_off_the_list_is_refused_before_anything_happens) {
  Observations seen;
  seen.clock_offsets = {{"2001:db8::123", 5ms}};
  auto world = recorded_world(seen, {portal.host});
  BOOST_TEST((world->machine().clock_offset({portal.host, "2001:db8::123", 123}, limit).value() == 5ms));
  for (const char* host : {"ntp.production.example", "", "2001:db8::123"}) {
    auto offset = world->machine().clock_offset({host, "2001:db8::123", 123}, limit);
    BOOST_REQUIRE(!offset.has_value());
    BOOST_TEST(offset.error().detail == "not_allowed");
  }
}

BOOST_AUTO_TEST_CASE(a_recorded_card_is_spoken_to_through_the_gate) {
  auto world = recorded_world(with_card(), {});
  auto session = world->cards().open("Invented Reader 00 00", limit);
  BOOST_REQUIRE(session.has_value());
  const std::vector<std::uint8_t> verify = {0x00, 0x20, 0x00, 0x80, 0x04, 0x31, 0x32, 0x33, 0x34};
  BOOST_TEST(((*session)->transmit(verify, limit).error().what == CardTrouble::What::not_allowed));
  auto answer = (*session)->transmit(select_application, limit);
  BOOST_REQUIRE(answer.has_value());
  BOOST_TEST((*answer == CardBytes{0x90, 0x00}));
}

BOOST_AUTO_TEST_CASE(a_reader_without_a_recorded_card_says_why) {
  auto world = recorded_world(with_card(), {});
  BOOST_TEST(
      (world->cards().open("Invented Reader 01 00", limit).error().what == CardTrouble::What::no_card));
  BOOST_TEST((world->cards().open("Another", limit).error().what == CardTrouble::What::reader_gone));
  Observations silent = with_card();
  silent.cards["Invented Reader 00 00"].opens = std::unexpected(CardTrouble{CardTrouble::What::mute_card});
  BOOST_TEST((recorded_world(silent, {})->cards().open("Invented Reader 00 00", limit).error().what ==
              CardTrouble::What::mute_card));
}

BOOST_AUTO_TEST_CASE(waiting_for_a_change_returns_at_once_when_the_caller_knows_something_else) {
  auto world = recorded_world(with_card(), {});
  auto now = world->cards().wait_for_change({}, Limit::of(1min));
  BOOST_REQUIRE(now.has_value());
  BOOST_TEST(now->size() == 2U);
}

BOOST_AUTO_TEST_CASE(waiting_for_a_change_ends_with_a_stop) {
  auto world = recorded_world(with_card(), {});
  auto known = world->cards().readers(limit).value();
  auto after = world->cards().wait_for_change(known, stopped());
  BOOST_TEST((after.error().what == CardTrouble::What::cancelled));
}

BOOST_AUTO_TEST_CASE(what_was_not_observed_is_not_invented) {
  auto world = recorded_world({}, {portal.host});
  BOOST_TEST((world->links().source_towards("2001:db8::1").error().why == CannotSee::Why::not_here));
  BOOST_TEST((world->machine().clock_offset({portal.host, "2001:db8::1", 123}, limit).error().why ==
              CannotSee::Why::timeout));
  BOOST_TEST((world->programs().run({}, limit).error().why == CannotSee::Why::not_supported));
  BOOST_TEST(world->network().handshake(portal, {}, limit).error == "not recorded");
}

BOOST_AUTO_TEST_SUITE_END()
