// SPDX-License-Identifier: GPL-3.0-or-later
// Whether the sheet of one environment is there and every field of it is known, and which one is missing
// (accounts.md §1). The other questions about that sheet wait for it. Any thread.
#pragma once

#include <string>

#include "probes/check/check.h"

namespace onshi {

std::string sheet_complete_name(Environment environment);
Check sheet_complete_check(Environment environment);

}  // namespace onshi
