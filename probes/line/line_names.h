// SPDX-License-Identifier: GPL-3.0-or-later
// The names of the line's services and what each of the terminal's resolvers says to them, asked side by
// side. Some answers are known to exceed 512 bytes (line.md §7): whether a resolver loses or cuts just those
// is looked for with each resolver. Runs on a check thread.
#pragma once

#include <string>
#include <vector>

#include "probes/check/ask_resolvers.h"
#include "probes/line/resolver_survey.h"

namespace onshi {

/// What one resolver made of one name.
struct NameWord {
  ResolverSaid said{};
  bool whole_by_tcp_alone = false;  // over UDP the answer never comes, for its length

  /// The answer came in part, and the whole could not be had over TCP either.
  [[nodiscard]] bool cut() const {
    return said.answer.result == NameAnswer::Result::truncated && !whole_by_tcp_alone;
  }
};

/// One name of the line and what came of asking for it.
struct AskedName {
  std::string host{};
  bool large = false;             // its answer is known to exceed 512 bytes
  bool owed = true;               // must exist on this line; other lines take these names from their provider
  std::vector<NameWord> words{};  // of each resolver, in the system's order; never empty once asked
  std::vector<ResolverSaid>
      beside{};  // of closed ones that the system does not ask, where a word is in trouble

  /// What a program of this terminal would heed.
  [[nodiscard]] const ResolverSaid& heard() const;
  /// The first resolver that gave an address, over whatever way; null when none did.
  [[nodiscard]] const ResolverSaid* known_by() const;
};

/// All of them with their answers; `known.resolvers` are asked and must not be empty.
std::vector<AskedName> ask_line_names(const Inquiry& inquiry, const ResolverSurvey& survey,
                                      const ResolvedNames& known);
/// The longest that may take.
std::chrono::milliseconds longest_for_line_names();

}  // namespace onshi
