// SPDX-License-Identifier: GPL-3.0-or-later
// Do the names of the line's services resolve with each of the terminal's resolvers, in the field's order:
// 回線認証, NGN auxiliary name, CRL, 配信, time (line.md §4)? The portal is asked for by the connectivity
// checks. Hands on a `ResolvedNames`. Runs on a check thread.
#pragma once

#include <cstddef>

#include "probes/check/check.h"

namespace onshi {

/// `resolver_rows`: how many resolver checks stand before it in the plan.
Check names_check(std::size_t resolver_rows);

}  // namespace onshi
