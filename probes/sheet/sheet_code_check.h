// SPDX-License-Identifier: GPL-3.0-or-later
// Whether the sheet's 医療機関等コード can be one: its structure, and as a warning only its check digit
// (institution-code.md §1-§3). Asked only of sites that have such a code. Any thread.
#pragma once

#include "probes/check/check.h"

namespace onshi {

Check sheet_code_check(Environment environment);

}  // namespace onshi
