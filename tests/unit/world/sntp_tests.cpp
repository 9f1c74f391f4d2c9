// SPDX-License-Identifier: GPL-3.0-or-later
#include <vector>

#include <boost/test/unit_test.hpp>

#include "probes/world/sntp.h"

using namespace onshi;
using namespace std::chrono_literals;
using Bytes = std::vector<std::uint8_t>;

namespace {

constexpr std::uint64_t mark = 0x0123456789ABCDEF;
constexpr std::uint64_t stamp_of_2024 = 0xE93C7F0080000000;  // 2024-01-01T00:00:00.5Z
const WallTime noon = std::chrono::sys_days{std::chrono::year{2024} / 1 / 1} + 500ms;

void put(Bytes& bytes, std::size_t at, std::uint64_t value) {
  for (std::size_t i = 0; i < 8; ++i) bytes[at + i] = static_cast<std::uint8_t>(value >> (56 - 8 * i));
}

Bytes good_answer() {
  Bytes bytes(48, 0);
  bytes[0] = 0x24;  // no leap warning, version 4, server
  bytes[1] = 2;
  put(bytes, 24, mark);
  put(bytes, 32, stamp_of_2024);
  put(bytes, 40, stamp_of_2024);
  return bytes;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(sntp_tests)

BOOST_AUTO_TEST_CASE(a_question_is_a_client_packet_with_its_mark_and_nothing_else) {
  SntpPacket packet = sntp_question(mark);
  BOOST_TEST(packet[0] == 0x23);
  BOOST_TEST(packet[40] == 0x01);
  BOOST_TEST(packet[47] == 0xEF);
  for (std::size_t i = 1; i < 40; ++i) BOOST_TEST(packet[i] == 0);
}

BOOST_AUTO_TEST_CASE(equal_clocks_have_no_offset) {
  BOOST_TEST(sntp_offset(good_answer(), mark, noon, noon)->count() == 0);
}

BOOST_AUTO_TEST_CASE(a_clock_that_is_behind_has_a_positive_offset_and_the_way_there_and_back_cancels) {
  BOOST_TEST(sntp_offset(good_answer(), mark, noon - 1h - 20ms, noon - 1h + 20ms)->count() == 3600000);
  BOOST_TEST(sntp_offset(good_answer(), mark, noon + 7s, noon + 7s)->count() == -7000);
}

BOOST_AUTO_TEST_CASE(a_clock_a_decade_wrong_is_measured_too) {
  BOOST_TEST(sntp_offset(good_answer(), mark, noon - 24h * 4000, noon - 24h * 4000)->count() ==
             4000LL * 86400000);
}

BOOST_AUTO_TEST_CASE(the_era_after_2036_is_understood) {
  Bytes bytes = good_answer();
  put(bytes, 32, 0x0000000100000000);  // 2036-02-07T06:28:17Z
  put(bytes, 40, 0x0000000100000000);
  WallTime then = std::chrono::sys_days{std::chrono::year{2036} / 2 / 7} + 6h + 28min + 17s;
  BOOST_TEST(sntp_offset(bytes, mark, then, then)->count() == 0);
}

BOOST_AUTO_TEST_CASE(an_answer_that_cannot_be_believed_says_why) {
  auto fault_after = [](auto change) {
    Bytes bytes = good_answer();
    change(bytes);
    return sntp_offset(bytes, mark, noon, noon).error();
  };
  BOOST_TEST((fault_after([](Bytes& b) { b.resize(47); }) == SntpFault::too_short));
  BOOST_TEST((fault_after([](Bytes& b) { b.clear(); }) == SntpFault::too_short));
  BOOST_TEST((fault_after([](Bytes& b) { b[24] ^= 1; }) == SntpFault::wrong_mark));
  BOOST_TEST((fault_after([](Bytes& b) { b[0] = 0x23; }) == SntpFault::not_a_server));
  BOOST_TEST((fault_after([](Bytes& b) { b[0] = 0x25; }) == SntpFault::not_a_server));
  BOOST_TEST((fault_after([](Bytes& b) { b[0] = 0xE4; }) == SntpFault::server_not_synchronised));
  BOOST_TEST((fault_after([](Bytes& b) { b[1] = 0; }) == SntpFault::server_not_synchronised));
  BOOST_TEST((fault_after([](Bytes& b) { b[1] = 16; }) == SntpFault::server_not_synchronised));
  BOOST_TEST((fault_after([](Bytes& b) { put(b, 40, 0); }) == SntpFault::no_time));
}

BOOST_AUTO_TEST_SUITE_END()
