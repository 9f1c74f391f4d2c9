// SPDX-License-Identifier: GPL-3.0-or-later
// Good packets are read whole; of malformed ones nothing is kept, and none makes reading fail in another way.
#include <boost/test/unit_test.hpp>

#include "probes/world/live/vici_message.h"
#include "probes/world/live/vici_view.h"
#include "tests/unit/world/vici_bytes.h"

namespace onshi::test {
namespace {

/// The packet behind the length.
std::string body(const std::string& whole) { return whole.substr(kViciHeader); }

std::optional<ViciPacket> read_response(const std::string& message) {
  return read_vici_packet("\x01" + message);
}

std::string nested(std::size_t depth) {
  std::string message;
  for (std::size_t i = 0; i < depth; ++i) message = section("s", message);
  return message;
}

const std::string standing = section(
    "closed", pair("uniqueid", "7") + pair("state", "ESTABLISHED") + pair("remote-host", "198.51.100.1") +
                  pair("responder-spi", "00000000000000aa") +
                  section("child-sas", section("service-1", pair("state", "INSTALLED") +
                                                                list("remote-ts", {"10.20.0.0/16"}))));

}  // namespace

BOOST_AUTO_TEST_SUITE(vici_message_tests)

BOOST_AUTO_TEST_CASE(what_we_ask_is_written_as_the_protocol_says) {
  BOOST_TEST(vici_packet(ViciKind::request, "list-sas", {{"noblock", "yes"}}) ==
             packet(named(0, "list-sas") + pair("noblock", "yes")));
  BOOST_TEST(vici_packet(ViciKind::register_event, "list-sa") == packet(named(3, "list-sa")));
}

BOOST_AUTO_TEST_CASE(values_lists_and_sections_are_read_where_they_stand) {
  auto read = read_vici_packet(body(event("list-sa", standing)));
  BOOST_REQUIRE(read.has_value());
  BOOST_CHECK(read->kind == ViciKind::event);
  BOOST_TEST(read->name == "list-sa");
  const ViciSection* closed = read->message.section("closed");
  BOOST_REQUIRE(closed);
  BOOST_TEST(closed->value("state") == "ESTABLISHED");
  BOOST_TEST(closed->value("absent").empty());
  const ViciSection* child = closed->section("child-sas")->section("service-1");
  BOOST_REQUIRE(child);
  BOOST_TEST(child->list("remote-ts").front() == "10.20.0.0/16");
  BOOST_TEST(child->list("absent").empty());
}

BOOST_AUTO_TEST_CASE(good_packets_are_read) {
  for (const std::string& message :
       {std::string{}, pair("", ""), list("l", {}), section("s", list("l", {"a", ""}) + pair("k", "v")),
        pair("k", "1") + pair("k", "2"), pair("k", std::string(65535, 'x')), nested(8)}) {
    BOOST_TEST(read_response(message).has_value(), message.substr(0, 20));
  }
}

BOOST_AUTO_TEST_CASE(malformed_packets_are_refused) {
  const std::string good = section("s", pair("k", "v") + list("l", {"a"}));
  for (std::size_t cut = 1; cut < good.size(); ++cut) {
    BOOST_TEST(!read_response(good.substr(0, cut)).has_value(), "cut after " << cut);
  }
  const std::vector<std::string> rows{
      "\x02",                                   // ends what never began
      good + "\x02",                            // ends once too often
      "\x06",                                   // no list is open
      "\x05" + valued("a"),                     // an item of no list
      named(4, "l") + pair("k", "v") + "\x06",  // a value inside a list
      named(4, "l") + list("m", {}) + "\x06",   // a list inside a list
      named(4, "l") + named(1, "s"),            // a section inside a list
      named(4, "l"),                            // never ended
      std::string(1, '\0'),                     // no element
      "\x07",                                   // nor is this
      "\xff" + std::string(300, '\xff'),        //
      "\x03\xff"
      "abc",  // a name longer than the packet
      named(3, "k") +
          "\xff\xff"
          "abc",                    // a value longer than the packet
      nested(9),                    // deeper than anything charon says
      std::string(400000, '\x01'),  // sections without end
  };
  for (const std::string& row : rows) BOOST_TEST(!read_response(row).has_value(), row.substr(0, 20));
}

BOOST_AUTO_TEST_CASE(a_packet_of_no_known_kind_is_refused) {
  BOOST_TEST(!read_vici_packet("").has_value());
  BOOST_TEST(!read_vici_packet("\x08").has_value());
  BOOST_TEST(!read_vici_packet("\xff"
                               "x")
                  .has_value());
  BOOST_TEST(!read_vici_packet("\x07\x09"
                               "list")
                  .has_value());
  BOOST_TEST(read_vici_packet("\x02").has_value());
}

BOOST_AUTO_TEST_CASE(any_byte_anywhere_does_no_harm) {
  const std::string good = "\x07\x07list-sa" + standing;
  for (std::size_t at = 0; at < good.size(); ++at) {
    for (int value = 0; value < 256; ++value) {
      std::string bytes = good;
      bytes[at] = static_cast<char>(value);
      auto read = read_vici_packet(bytes);
      if (read) BOOST_REQUIRE_LE(conversations_in({read->message}).size(), 64U);
    }
  }
}

BOOST_AUTO_TEST_CASE(a_length_that_the_protocol_does_not_allow_is_refused) {
  BOOST_TEST(vici_length(number(1, 4)).value() == 1U);
  BOOST_TEST(vici_length(number(512UZ * 1024UZ, 4)).value() == 512UZ * 1024UZ);
  for (std::size_t length : {0UZ, 512UZ * 1024UZ + 1, 0xffffffffUZ}) {
    BOOST_TEST(!vici_length(number(length, 4)).has_value(), length);
  }
  BOOST_TEST(!vici_length("ab").has_value());
}

BOOST_AUTO_TEST_CASE(what_no_one_can_read_is_made_readable_and_short) {
  auto read = read_response(pair("a", std::string("x\0\x1b[31m\xff", 8)) + pair("b", std::string(5000, 'y')) +
                            pair("c", "医院"));
  BOOST_REQUIRE(read.has_value());
  BOOST_TEST(read->message.value("a") == "x??[31m?");
  BOOST_TEST(read->message.value("b").size() == kLongestViciText);
  BOOST_TEST(read->message.value("c") == "医院");
}

BOOST_AUTO_TEST_CASE(a_conversation_is_told_with_its_children) {
  auto read = read_response(standing);
  auto conversations = conversations_in({read->message});
  BOOST_REQUIRE(conversations.size() == 1U);
  const IkeSa wanted{.connection = "closed",
                     .id = "7",
                     .state = "ESTABLISHED",
                     .remote = "198.51.100.1",
                     .answered = true,
                     .children = {{"INSTALLED", {"10.20.0.0/16"}}}};
  BOOST_CHECK(conversations.front() == wanted);
}

BOOST_AUTO_TEST_CASE(no_number_of_the_gateways_own_means_that_it_never_answered) {
  for (const char* spi : {"0000000000000000", ""}) {
    auto read = read_response(section("closed", pair("state", "CONNECTING") + pair("responder-spi", spi)));
    BOOST_TEST(!conversations_in({read->message}).front().answered, spi);
  }
}

BOOST_AUTO_TEST_CASE(a_connection_is_told_with_the_networks_of_all_its_children) {
  auto read = read_response(
      section("closed", list("remote_addrs", {"198.51.100.1"}) + pair("version", "IKEv2") +
                            section("children", section("a", list("remote-ts", {"10.20.0.0/16"})) +
                                                    section("b", list("remote-ts", {"10.30.0.0/16"})))));
  const auto connections = connections_in({read->message});
  BOOST_REQUIRE(connections.size() == 1U);
  BOOST_TEST(connections.front().gateways.front() == "198.51.100.1");
  BOOST_TEST(connections.front().version == "IKEv2");
  BOOST_TEST(connections.front().networks.size() == 2U);
}

BOOST_AUTO_TEST_CASE(counters_are_those_of_the_connection_and_what_is_no_number_is_nothing) {
  auto read = read_response(
      section("counters", section("closed", pair("ike-init-out-req", "3") + pair("ike-init-in-resp", "2") +
                                                pair("ike-auth-out-req", "many") + pair("info-in-req", "4") +
                                                pair("info-out-req", "5"))));
  const IkeMessages wanted{.init_sent = 3, .init_answered = 2, .informational = 9};
  BOOST_CHECK(messages_of("closed", read->message) == wanted);
  BOOST_CHECK(messages_of("other", read->message) == IkeMessages{});
  BOOST_CHECK(messages_of("closed", {}) == IkeMessages{});
}

BOOST_AUTO_TEST_CASE(counters_that_were_set_back_count_nothing) {
  const IkeMessages earlier{.init_sent = 5, .init_answered = 1};
  const IkeMessages later{.init_sent = 7, .init_answered = 0, .auth_sent = 1};
  BOOST_CHECK(messages_since(earlier, later) == (IkeMessages{.init_sent = 2, .auth_sent = 1}));
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace onshi::test
