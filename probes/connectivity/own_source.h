// SPDX-License-Identifier: GPL-3.0-or-later
// With two global prefixes the system may send from the one that the line does not know, and the answers
// never come back (line.md §2). Looks at the terminal's own addresses and sends nothing. Any thread.
#pragma once

#include <optional>
#include <string>

#include "probes/check/check.h"

namespace onshi {

struct OwnSources {
  std::string chosen;       // by the system towards the address, in no prefix of the profile
  std::string of_the_line;  // another one of the terminal, in one of these
};

/// Null when the system chose an address of the line, or has none.
std::optional<OwnSources> own_sources(const Inquiry& inquiry, const std::string& towards);

}  // namespace onshi
