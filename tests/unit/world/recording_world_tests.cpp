// SPDX-License-Identifier: GPL-3.0-or-later
#include <boost/test/unit_test.hpp>

#include "probes/world/hexadecimal.h"
#include "probes/world/recorded/observations_file.h"
#include "probes/world/recorded/recorded_world.h"
#include "probes/world/recorded/recording_world.h"

using namespace onshi;
using namespace std::chrono_literals;

namespace {

const Limit limit = Limit::of(24h);
const Target portal{"portal.verification.example", "2001:db8::1", 443};
const std::string reader = "Invented Reader 00 00";

Observations clinic() {
  Observations seen;
  seen.now = std::chrono::sys_days{std::chrono::year{2026} / 11 / 21};
  seen.network = NetworkView{{}, {}, {{"2001:db8::53", {}}}, {}};
  seen.sources = {{"2001:db8::1", "2001:db8::9"}};
  seen.names = {{{.name = portal.host, .server = "2001:db8::53"},
                 {.result = NameAnswer::Result::answer, .addresses = {"2001:db8::1"}, .error = {}}}};
  seen.connections = {{portal, {.result = TcpAnswer::Result::connected, .error = {}, .source = {}}}};
  HttpAnswer good;
  good.result = HttpAnswer::Result::answered;
  good.status = 200;
  seen.requests = {{portal, "/", true, good}};
  seen.readers = std::vector{ReaderState{.name = reader, .card_present = true, .atr = {}}};
  seen.cards[reader].responses = {{"00A4040C0AD392F000260100000001", "9000"},
                                  {"00A4020C020018", "9000"},
                                  {"00A4020C020018 00200080", "63C3"},
                                  {"00A4020C02001B", "9000"},
                                  {"00A4020C02001B 00200080", "63C5"}};
  seen.clock_offsets = {{"2001:db8::123", 5ms}};
  return seen;
}

std::vector<std::string> counters_of(World& world) {
  std::vector<std::string> answers;
  auto session = world.cards().open(reader, limit);
  BOOST_REQUIRE(session.has_value());
  for (const char* command :
       {"00A4040C0AD392F000260100000001", "00A4020C020018", "00200080", "00A4020C02001B", "00200080"}) {
    auto answer = (*session)->transmit(from_hexadecimal(command).value(), limit);
    answers.push_back(answer ? to_hexadecimal(*answer) : std::string(name_of(answer.error().what)));
  }
  return answers;
}

const std::vector<std::string> good_counters = {"9000", "9000", "63C3", "9000", "63C5"};

void ask_everything(World& world) {
  BOOST_TEST(world.links().look(limit).has_value());
  BOOST_TEST(world.links().source_towards("2001:db8::1").has_value());
  world.names().ask({.name = portal.host, .server = "2001:db8::53"}, limit);
  world.names().ask({.name = portal.host, .server = "2001:db8::53", .tries = 5}, limit);
  world.network().connect(portal, limit);
  world.network().request(
      {.target = portal, .certificate = std::make_shared<const ClientCertificate>(), .roots_pem = {}}, limit);
  BOOST_TEST(world.cards().readers(limit).has_value());
  BOOST_TEST((counters_of(world) == good_counters));
  BOOST_TEST(world.machine().clock_offset({portal.host, "2001:db8::123", 123}, limit).has_value());
}

}  // namespace

BOOST_AUTO_TEST_SUITE(recording_world_tests)

BOOST_AUTO_TEST_CASE(what_was_asked_is_kept_and_answers_alike) {
  auto recording = recording_world(recorded_world(clinic(), {portal.host}), {portal.host});
  ask_everything(*recording);
  Observations kept = recording->observations();
  BOOST_TEST(kept.names.size() == 1U);
  BOOST_TEST(kept.requests.size() == 1U);
  auto again = recorded_world(kept, {portal.host});
  ask_everything(*again);
  BOOST_TEST((again->machine().now() == clinic().now));
}

BOOST_AUTO_TEST_CASE(a_view_that_was_waited_for_is_kept_as_one_that_was_looked_at) {
  Observations seen = clinic();
  seen.network = NetworkView{.links = {{.name = "enp1s0"}}};
  auto recording = recording_world(recorded_world(seen, {}), {});
  BOOST_TEST(recording->links().wait_for_change({}, limit).has_value());
  BOOST_CHECK(recording->observations().network == seen.network);
}

BOOST_AUTO_TEST_CASE(settings_and_left_files_are_kept_and_what_is_not_there_leaves_nothing) {
  Observations seen;
  seen.connection_settings["/srv/api_table.conf"].settings = {{{3, portal.host}}, {"0012"}};
  seen.found_files = {{"/srv/desktop", "list.txt", true}};
  auto recording = recording_world(recorded_world(seen, {}), {});
  for (const char* file : {"/srv/api_table.conf", "/srv/none.ini"}) {
    static_cast<void>(recording->machine().connection_settings(file));
  }
  for (const char* name : {"list.txt", "none.txt"}) {
    static_cast<void>(recording->machine().holds_file_like("/srv/desktop", name));
  }
  const Observations kept = recording->observations();
  BOOST_TEST((kept.connection_settings == seen.connection_settings));
  BOOST_TEST((kept.found_files == seen.found_files));
}

BOOST_AUTO_TEST_CASE(what_nobody_asked_for_was_not_recorded) {
  auto recording = recording_world(recorded_world(clinic(), {}), {});
  Observations kept = recording->observations();
  BOOST_TEST(kept.network.error().detail == "not recorded");
  BOOST_TEST(!kept.readers.has_value());
  BOOST_TEST(!kept.disk.has_value());
  BOOST_TEST(kept.names.empty());
}

BOOST_AUTO_TEST_CASE(a_refused_host_reaches_neither_the_world_nor_the_record) {
  auto recording = recording_world(recorded_world(clinic(), {portal.host}), {});
  BOOST_TEST((recording->network().connect(portal, limit).result == TcpAnswer::Result::not_allowed));
  BOOST_TEST(recording->observations().connections.empty());
}

BOOST_AUTO_TEST_CASE(what_was_stopped_is_not_kept) {
  std::stop_source source;
  source.request_stop();
  Limit stopped = Limit::of(1min, source.get_token());
  auto recording = recording_world(recorded_world(clinic(), {portal.host}), {portal.host});
  recording->names().ask({.name = portal.host, .server = "2001:db8::53"}, stopped);
  recording->network().connect(portal, stopped);
  BOOST_TEST(!recording->links().look(stopped).has_value());
  BOOST_TEST(!recording->cards().readers(stopped).has_value());
  BOOST_TEST(!recording->cards().open(reader, stopped).has_value());
  Observations kept = recording->observations();
  BOOST_TEST(kept.names.empty());
  BOOST_TEST(kept.connections.empty());
  BOOST_TEST(kept.cards.empty());
  BOOST_TEST(kept.network.error().detail == "not recorded");
}

BOOST_AUTO_TEST_CASE(the_record_holds_no_certificate_and_no_key) {
  auto recording = recording_world(recorded_world(clinic(), {portal.host}), {portal.host});
  ask_everything(*recording);
  std::string text = observations_text(recording->observations());
  BOOST_TEST(text.find("BEGIN") == std::string::npos);
  BOOST_TEST(text.find("with_certificate=\"yes\"") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(the_gate_stands_before_a_recording_card_too) {
  auto recording = recording_world(recorded_world(clinic(), {}), {});
  auto session = recording->cards().open(reader, limit);
  BOOST_REQUIRE(session.has_value());
  auto answer = (*session)->transmit(from_hexadecimal("00B0000020").value(), limit);
  BOOST_TEST((answer.error().what == CardTrouble::What::not_allowed));
  BOOST_TEST(recording->observations().cards[reader].responses.empty());
}

BOOST_AUTO_TEST_SUITE_END()
