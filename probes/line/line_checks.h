// SPDX-License-Identifier: GPL-3.0-or-later
// The checks of page 2: cable, addresses, default route, every resolver, the line's names, what kind of line
// it is and whether that is what was declared (line.md §1-§4, §7, §11, §12). Nearest to the terminal first,
// so the first fault in plan order is the one to act on. Makes plain values; call it on any thread.
#pragma once

#include <cstddef>
#include <vector>

#include "probes/check/check.h"

namespace onshi {

/// `resolver_rows`: how many of the system's resolvers get a row of their own; the last row tells of all
/// others too. All of them are asked in any case.
std::vector<Check> line_checks(const Site& site, const Profile& profile, std::size_t resolver_rows = 2);

}  // namespace onshi
