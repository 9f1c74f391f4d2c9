// SPDX-License-Identifier: GPL-3.0-or-later
// Whether questions to resolvers that do answer had to be repeated: a line that loses packets makes each
// later row fail by chance, so it is named before them, with counts (line.md §11). Sends nothing of its own;
// it counts what the names of the line needed anyway. Any thread.
#pragma once

#include <cstddef>

#include "probes/check/check.h"

namespace onshi {

Check stability_check(std::size_t resolver_rows);

}  // namespace onshi
