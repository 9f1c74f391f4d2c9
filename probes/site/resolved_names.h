// SPDX-License-Identifier: GPL-3.0-or-later
// Which resolvers of the terminal answer, for which family, and the addresses that they gave: what the line
// hands on to whoever connects, so that no name is asked twice. Evidence of "line.names". A value, any
// thread.
#pragma once

#include <map>
#include <string>
#include <vector>

namespace onshi {

/// Questions sent to resolvers that are known to answer, and how many of them got no answer of any kind.
struct QuestionCount {
  int sent = 0;
  int lost = 0;
  QuestionCount& operator+=(const QuestionCount& other) {
    sent += other.sent;
    lost += other.lost;
    return *this;
  }
};

struct ResolvedNames {
  std::vector<std::string>
      resolvers;     // those of the system that answered, in its order; "fe80::1%enp1s0" with link
  bool ipv6 = true;  // the line is used over IPv6: ask AAAA, else A
  std::map<std::string, std::vector<std::string>, std::less<>> addresses;  // by host name
  QuestionCount count{};                                                   // of the names of the line
};

}  // namespace onshi
