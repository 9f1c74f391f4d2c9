// SPDX-License-Identifier: GPL-3.0-or-later
#include "probes/world/live/name_reply.h"

#include <algorithm>
#include <array>
#include <limits>

#include <ares.h>

namespace onshi {
namespace {

using Result = NameAnswer::Result;
constexpr std::size_t header_bytes = 12;
constexpr int most_addresses = 64;

void add(NameAnswer& answer, int family, const void* address, int ttl) {
  std::array<char, 64> text{};
  if (ares_inet_ntop(family, address, text.data(), text.size()) == nullptr) return;
  auto seconds = static_cast<std::uint32_t>(std::max(ttl, 0));
  answer.ttl = answer.addresses.empty() ? seconds : std::min(answer.ttl, seconds);
  answer.addresses.emplace_back(text.data());
}

int read_a(std::span<const std::uint8_t> reply, NameAnswer& answer) {
  std::array<ares_addrttl, most_addresses> found{};
  int count = most_addresses;
  int status =
      ares_parse_a_reply(reply.data(), static_cast<int>(reply.size()), nullptr, found.data(), &count);
  for (int i = 0; status == ARES_SUCCESS && i < count; ++i) {
    const auto& entry = found.at(static_cast<std::size_t>(i));
    add(answer, AF_INET, &entry.ipaddr, entry.ttl);
  }
  return status;
}

int read_aaaa(std::span<const std::uint8_t> reply, NameAnswer& answer) {
  std::array<ares_addr6ttl, most_addresses> found{};
  int count = most_addresses;
  int status =
      ares_parse_aaaa_reply(reply.data(), static_cast<int>(reply.size()), nullptr, found.data(), &count);
  for (int i = 0; status == ARES_SUCCESS && i < count; ++i) {
    const auto& entry = found.at(static_cast<std::size_t>(i));
    add(answer, AF_INET6, &entry.ip6addr, entry.ttl);
  }
  return status;
}

Result result_of_addresses(std::span<const std::uint8_t> reply, NameQuestion::Type type, NameAnswer& answer) {
  int status = type == NameQuestion::Type::a ? read_a(reply, answer) : read_aaaa(reply, answer);
  if (status == ARES_ENODATA || (status == ARES_SUCCESS && answer.addresses.empty())) return Result::no_data;
  return status == ARES_SUCCESS ? Result::answer : Result::failed;
}

Result result_of(std::span<const std::uint8_t> reply, NameQuestion::Type type, NameAnswer& answer) {
  if (reply.size() < header_bytes) return Result::failed;
  bool cut = (reply[2] & 0x02U) != 0;
  if (cut) return Result::truncated;
  switch (reply[3] & 0x0FU) {
    case 0:
      return result_of_addresses(reply, type, answer);
    case 1:
      return Result::format_error;
    case 2:
      return Result::server_failure;
    case 3:
      return Result::no_such_name;
    case 5:
      return Result::refused;
    default:
      return Result::failed;
  }
}

}  // namespace

NameAnswer read_name_reply(std::span<const std::uint8_t> reply, NameQuestion::Type type) {
  NameAnswer answer;
  answer.bytes = reply.size();
  answer.result = result_of(reply, type, answer);
  if (answer.result == Result::failed) {
    answer.error =
        reply.size() < header_bytes ? "short answer" : "response code " + std::to_string(reply[3] & 0x0FU);
  }
  return answer;
}

}  // namespace onshi
