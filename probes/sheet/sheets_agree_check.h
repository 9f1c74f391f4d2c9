// SPDX-License-Identifier: GPL-3.0-or-later
// Whether both sheets speak of the same institution, and of the one that this terminal belongs to
// (accounts.md §5). Any thread.
#pragma once

#include "probes/check/check.h"

namespace onshi {

Check sheets_agree_check();

}  // namespace onshi
