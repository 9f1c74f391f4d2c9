// SPDX-License-Identifier: GPL-3.0-or-later
// Which resolvers of the terminal answer, for which family, and the addresses that they gave: what the line
// hands on to whoever connects, so that no name is asked twice. Evidence of "line.names". A value, any
// thread.
#pragma once

#include <algorithm>
#include <chrono>
#include <map>
#include <string>
#include <vector>

namespace onshi {

/// Questions sent to a resolver that is known to answer, and how many of them got no answer of any kind.
struct QuestionCount {
  int sent = 0;
  int lost = 0;
  QuestionCount& operator+=(const QuestionCount& other) {
    sent += other.sent;
    lost += other.lost;
    return *this;
  }
};

/// How far away the line is in time, as its quickest resolver told. Whoever waits for an answer waits longer
/// on a line that is slow, or its slowness would look like silence.
struct LineDelay {
  std::chrono::milliseconds quickest{0};

  /// `usual` is enough on a line without delay for something that takes so many answers, repeats included.
  [[nodiscard]] std::chrono::milliseconds patience(std::chrono::milliseconds usual, int answers) const {
    return usual + answers * std::min(quickest, kLongest);
  }
  static constexpr std::chrono::milliseconds kLongest{1000};  // what a resolver is waited for at most
};

struct ResolvedNames {
  std::vector<std::string>
      resolvers;     // those of the system that answered, in its order; "fe80::1%enp1s0" with link
  bool ipv6 = true;  // the line is used over IPv6: ask AAAA, else A
  std::map<std::string, std::vector<std::string>, std::less<>> addresses;  // by host name
  LineDelay delay{};
  std::vector<std::string> without_edns{};  // of the resolvers: those that drop questions with EDNS
  std::map<std::string, QuestionCount, std::less<>> counts{};  // by resolver: all that it was asked
};

}  // namespace onshi
