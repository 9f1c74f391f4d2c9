// SPDX-License-Identifier: GPL-3.0-or-later
// Whether the two user ids of one sheet can be right, and the fixed user name (accounts.md §5). Ids appear in
// facts with their last four characters only. Any thread.
#pragma once

#include "probes/check/check.h"

namespace onshi {

Check sheet_accounts_check(Environment environment);

}  // namespace onshi
