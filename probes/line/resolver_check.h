// SPDX-License-Identifier: GPL-3.0-or-later
// What one of the system's resolvers answered, with one cause for each way of not answering (line.md §7). A
// resolver that fails while another works is a warning; when none works each says why. Reads the survey,
// sends nothing. Check thread.
#pragma once

#include <cstddef>
#include <string>

#include "probes/check/check.h"

namespace onshi {

/// "line.resolver.1" for place 1.
std::string resolver_check_name(std::size_t place);

/// `place` counts from 1. A place that the system leaves empty is good: one resolver is enough.
/// `with_all_behind`: this row also tells of the resolvers that come after it and have no row.
Check resolver_check(std::size_t place, bool with_all_behind = false);

}  // namespace onshi
