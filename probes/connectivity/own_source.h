// SPDX-License-Identifier: GPL-3.0-or-later
// With two global prefixes the system may send from the one that the line does not know, and the answers
// never come back; with two links it may leave by the one that is not the line's (line.md §2, §7). Looks at
// the terminal's own addresses and routes and sends nothing. Any thread.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "probes/check/check.h"

namespace onshi {

struct OwnSources {
  std::string chosen;       // by the system towards the address, in no prefix of the profile
  std::string of_the_line;  // another one of the terminal, in one of these
};

/// Null when the system chose an address of the line, or has none.
std::optional<OwnSources> own_sources(const Inquiry& inquiry, const std::string& towards);

struct OtherLink {
  std::string towards;
  std::string of_the_line;  // the link to which every connection of ours is kept (world/way_out.h)
  std::string taken;        // by whoever leaves it to the system
  std::string source;       // of that one
};

/// The first of these addresses for which the system's own routes leave the line's link; null when they do
/// for none, or nothing tells.
std::optional<OtherLink> other_link(const Inquiry& inquiry, const std::vector<std::string>& towards);

}  // namespace onshi
