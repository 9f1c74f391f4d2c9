// SPDX-License-Identifier: GPL-3.0-or-later
// DNS answers for tests, byte by byte. Pure functions.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include <arpa/inet.h>

namespace onshi::test {

struct DnsReply {
  int code = 0;
  bool cut = false;
  std::uint16_t type = 28;
  std::vector<std::string> addresses{};
  std::vector<std::uint32_t> ttls{};
};

inline std::string number16(unsigned value) {
  return {static_cast<char>(value >> 8U & 0xFFU), static_cast<char>(value & 0xFFU)};
}

/// Answers the question "a.example" of `type`, or the question bytes of `asked` with its id.
inline std::string dns_reply(const DnsReply& reply, const std::string& asked = {}) {
  std::string question = std::string(
                             "\x01"
                             "a"
                             "\x07"
                             "example",
                             10) +
                         '\0' + number16(reply.type) + number16(1);
  std::string id = number16(0x1234);
  if (asked.size() > 12) {
    id = asked.substr(0, 2);
    std::size_t end = asked.find('\0', 12);
    question = asked.substr(12, end + 5 - 12);
  }
  unsigned flags = 0x8180U | (reply.cut ? 0x0200U : 0U) | static_cast<unsigned>(reply.code);
  std::string bytes = id + number16(flags) + number16(1) +
                      number16(static_cast<unsigned>(reply.addresses.size())) + number16(0) + number16(0) +
                      question;
  for (std::size_t i = 0; i < reply.addresses.size(); ++i) {
    char address[16] = {};
    ::inet_pton(reply.type == 1 ? AF_INET : AF_INET6, reply.addresses[i].c_str(), address);
    std::size_t length = reply.type == 1 ? 4 : 16;
    bytes += number16(0xC00C) + number16(reply.type) + number16(1) + number16(reply.ttls[i] >> 16U) +
             number16(reply.ttls[i] & 0xFFFFU) + number16(static_cast<unsigned>(length)) +
             std::string(address, length);
  }
  return bytes;
}

}  // namespace onshi::test
