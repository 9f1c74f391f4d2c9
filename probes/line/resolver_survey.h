// SPDX-License-Identifier: GPL-3.0-or-later
// Asks every resolver by itself for one name of the line, by UDP with EDNS, by UDP without, by TCP, all at
// the same time: those of the system, and on line type 1 the closed pair of the observed region and, when no
// search domain told it, the NGN's own (line.md §3, §4, §7). An answer counts only with the resolver it came
// from. Runs on a check thread.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "probes/check/check.h"
#include "probes/line/address_check.h"
#include "probes/site/resolved_names.h"

namespace onshi {

/// The longest that asking several of them side by side may take: a question with its repeat, and the proofs
/// that EDNS is dropped and TCP not taken.
inline constexpr std::chrono::milliseconds kRoundOfResolvers = 8 * LineDelay::kLongest;

struct ResolverEvidence {
  std::string ip;         // with its link when that is part of it: "fe80::1%enp1s0"
  std::size_t place = 0;  // from 1 among the system's; 0 when the system does not ask it
  bool closed = false;    // one of the closed pair of the profile
  bool ngn = false;       // the NGN's own
  std::optional<Region> region{};
  NameAnswer answer{};       // by UDP with EDNS, and without where that was not borne
  NameAnswer plain{};        // by UDP without EDNS
  NameAnswer by_tcp{};       // `failed` where it was not asked
  bool drops_edns = false;   // answers, but never a question with EDNS
  bool without_tcp = false;  // answers over UDP, and never over TCP

  [[nodiscard]] bool answered() const { return answer.result == NameAnswer::Result::answer; }
  /// Said anything at all over UDP, also "no such name".
  [[nodiscard]] bool alive() const;
  /// Silent over UDP, and said something over TCP.
  [[nodiscard]] bool by_tcp_alone() const;
  /// All that was asked over UDP, and what of it got no answer, but not what it drops for its EDNS.
  [[nodiscard]] QuestionCount count() const;
};

/// What "line.resolvers" hands on.
struct ResolverSurvey {
  std::string name;  // the name that everyone was asked for
  bool ipv6 = true;  // AAAA, else A
  std::optional<Region> region{};
  std::vector<ResolverEvidence> asked{};  // the system's first, in its order
  std::string knows_the_internet{};       // who of these knew a name that no closed network has

  [[nodiscard]] std::vector<ResolverEvidence> of_system() const;
  [[nodiscard]] bool system_answered() const;
  /// The first closed resolver that answered, also if the system does not ask it; null when none did.
  [[nodiscard]] const ResolverEvidence* closed_answer() const;
  [[nodiscard]] bool ngn_alive() const;
  /// Somebody answered, and all who did say that there is no such name.
  [[nodiscard]] bool denied_by_all() const;
  /// Of the quickest answer; none when nobody answered.
  [[nodiscard]] LineDelay delay() const;
};

/// The text by which it is asked: an IPv6 link-local address is one only together with its link.
std::string server_of(const Resolver& resolver);

ResolverSurvey survey_resolvers(const Inquiry& inquiry, const AddressEvidence& address);

/// For so many questions that nobody answers to prove anything, each must be given the time in which another
/// one was answered, and more.
std::chrono::milliseconds time_to_prove(const NameAnswer& answered, std::chrono::milliseconds usual);

/// `by_plain_udp` and `by_tcp`, where it was asked so.
Facts facts_of_other_ways(const ResolverEvidence& resolver);
/// `resolver`, `result` and the rest that one resolver's answer has to tell.
Facts facts_of(const ResolverEvidence& resolver);

}  // namespace onshi
