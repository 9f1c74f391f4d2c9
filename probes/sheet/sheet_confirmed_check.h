// SPDX-License-Identifier: GPL-3.0-or-later
// Has a person compared every field with the paper? What was recognised in a picture is a guess until then.
#pragma once

#include "probes/check/check.h"
#include "probes/site/master_account_sheet.h"

namespace onshi {

inline constexpr FindingNumber kConfirmedQuestion = FindingNumber::sheet_confirmed;

/// What is to be said of that sheet: the fields that wait are named.
Answer confirmation_of(const MasterAccountSheet& sheet);

Check sheet_confirmed_check(Environment environment);

}  // namespace onshi
