// SPDX-License-Identifier: GPL-3.0-or-later
// The questions about the two master account sheets of a site, each sheet alone and both against each other
// (accounts.md §5). Nothing outside is touched: they look at `Site` and at whether a typed password is in
// hand. Their names are "sheet.complete.production", "sheet.code.verification", "sheets.separate" and so on;
// the subject is the slot ("production", "verification").
#pragma once

#include <vector>

#include "probes/check/check.h"

namespace onshi {

std::vector<Check> sheet_checks(const Site& site, const Profile& profile);

}  // namespace onshi
