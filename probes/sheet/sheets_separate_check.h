// SPDX-License-Identifier: GPL-3.0-or-later
// Whether the two sheets are really two: one paper used twice would have the same ids (accounts.md §5). Any
// thread.
#pragma once

#include "probes/check/check.h"

namespace onshi {

Check sheets_separate_check();

}  // namespace onshi
