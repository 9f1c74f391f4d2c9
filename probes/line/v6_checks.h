// SPDX-License-Identifier: GPL-3.0-or-later
// The check of page 3: フレッツ・v6オプション as 確認, 未確認 or 矛盾 (line.md §5). It reads what the line
// checks saw, so a plan that has it needs `line_checks` too. Makes plain values; call it on any thread.
#pragma once

#include <vector>

#include "probes/check/check.h"

namespace onshi {

/// Empty unless line type 1 was declared: the option is asked of no other line.
std::vector<Check> v6_checks(const Site& site, const Profile& profile);

}  // namespace onshi
