// SPDX-License-Identifier: GPL-3.0-or-later
#include "probes/world/sntp.h"

namespace onshi {
namespace {

using namespace std::chrono;

constexpr std::size_t originate_at = 24;
constexpr std::size_t receive_at = 32;
constexpr std::size_t transmit_at = 40;
constexpr std::uint64_t seconds_1900_to_1970 = 2208988800U;

std::uint64_t number_at(std::span<const std::uint8_t> bytes, std::size_t at) {
  std::uint64_t value = 0;
  for (std::size_t i = 0; i < 8; ++i) value = value << 8U | bytes[at + i];
  return value;
}

/// Seconds since 1900 in the upper half; a clear first bit means the era that begins in 2036 (RFC 4330 §3).
WallTime time_of(std::uint64_t stamp) {
  std::uint64_t whole = stamp >> 32U;
  if ((whole & 0x80000000U) == 0) whole += std::uint64_t{1} << 32U;
  std::uint64_t nanos = ((stamp & 0xFFFFFFFFU) * 1000000000U) >> 32U;
  auto since_1970 = seconds(static_cast<std::int64_t>(whole - seconds_1900_to_1970));
  return WallTime(
      duration_cast<WallTime::duration>(since_1970 + nanoseconds(static_cast<std::int64_t>(nanos))));
}

std::expected<void, SntpFault> believable(std::span<const std::uint8_t> answer, std::uint64_t mark) {
  if (answer.size() < SntpPacket{}.size()) return std::unexpected(SntpFault::too_short);
  if (number_at(answer, originate_at) != mark) return std::unexpected(SntpFault::wrong_mark);
  if ((answer[0] & 0x07U) != 4) return std::unexpected(SntpFault::not_a_server);
  bool leap_alarm = answer[0] >> 6U == 3;
  if (leap_alarm || answer[1] == 0 || answer[1] > 15) {
    return std::unexpected(SntpFault::server_not_synchronised);
  }
  if (number_at(answer, transmit_at) == 0) return std::unexpected(SntpFault::no_time);
  return {};
}

}  // namespace

SntpPacket sntp_question(std::uint64_t mark) {
  SntpPacket packet{};
  packet[0] = 0x23;  // version 4, client
  for (std::size_t i = 0; i < 8; ++i) {
    packet[transmit_at + i] = static_cast<std::uint8_t>(mark >> (56 - 8 * i));
  }
  return packet;
}

std::expected<milliseconds, SntpFault> sntp_offset(std::span<const std::uint8_t> answer, std::uint64_t mark,
                                                   WallTime sent, WallTime received) {
  if (auto good = believable(answer, mark); !good) return std::unexpected(good.error());
  auto there = time_of(number_at(answer, receive_at)) - sent;
  auto back = time_of(number_at(answer, transmit_at)) - received;
  return round<milliseconds>((there + back) / 2);
}

std::string_view name_of(SntpFault fault) {
  switch (fault) {
    case SntpFault::too_short:
      return "too_short";
    case SntpFault::wrong_mark:
      return "wrong_mark";
    case SntpFault::not_a_server:
      return "not_a_server";
    case SntpFault::server_not_synchronised:
      return "server_not_synchronised";
    case SntpFault::no_time:
      break;
  }
  return "no_time";
}

}  // namespace onshi
