// SPDX-License-Identifier: GPL-3.0-or-later
// Whether the sheet in this slot is for this slot's environment: swapped sheets would test the wrong one
// (accounts.md §5). Any thread.
#pragma once

#include <string>

#include "probes/check/check.h"

namespace onshi {

std::string sheet_environment_name(Environment environment);
Check sheet_environment_check(Environment environment);

}  // namespace onshi
