// SPDX-License-Identifier: GPL-3.0-or-later
// One name asked of the terminal's resolvers that live, each by itself and all at the same time, in the way
// that each of them bears. What the terminal's own programs would make of the answers is told apart from what
// anybody knows. Runs on check threads.
#pragma once

#include <chrono>
#include <string>
#include <vector>

#include "probes/check/check.h"
#include "probes/site/resolved_names.h"

namespace onshi {

/// What one resolver said to one name.
struct ResolverSaid {
  std::string resolver{};
  NameAnswer answer{};

  [[nodiscard]] bool answered() const { return answer.result == NameAnswer::Result::answer; }
  /// So surely that a program asks nobody else.
  [[nodiscard]] bool denied() const;
};

/// How long one resolver is waited for: `usual`, with its repeat and a cut answer's fetching by TCP.
std::chrono::milliseconds patience_for_name(const LineDelay& delay, std::chrono::milliseconds usual);
/// The same on the slowest line, for a check's budget.
std::chrono::milliseconds longest_for_name(std::chrono::milliseconds usual);

/// The question as this resolver bears it: without EDNS where it is known to drop that.
NameQuestion question_for(const ResolvedNames& known, const std::string& resolver, const std::string& host);

ResolverSaid ask_resolver(const Inquiry& inquiry, const ResolvedNames& known, const std::string& resolver,
                          const std::string& host, std::chrono::milliseconds usual);

/// Every one of `known.resolvers`, in their order.
std::vector<ResolverSaid> ask_resolvers(const Inquiry& inquiry, const ResolvedNames& known,
                                        const std::string& host, std::chrono::milliseconds usual);

/// What a program would heed: the first that answered or denied, else the last; null when nobody was asked.
const ResolverSaid* heeded(const std::vector<ResolverSaid>& all);
/// The first that answered, whoever denied before; null when none did.
const ResolverSaid* first_answer(const std::vector<ResolverSaid>& all);

}  // namespace onshi
