// SPDX-License-Identifier: GPL-3.0-or-later
// Which sheet belongs to which page: sheets that were read from files, sorted by the environment that each
// one names. A sheet without a place (a second one of an environment, or one that names none) is left over.
// Pure, any thread.
#pragma once

#include <map>
#include <vector>

#include "probes/site/master_account_sheet.h"

namespace onshi {

struct SheetSlots {
  std::map<Environment, SheetWithPassword> placed;
  std::vector<SheetWithPassword> left_over;
};

/// The same sheet given twice, such as in a ZIP and beside it, counts once.
SheetSlots sort_sheets(std::vector<SheetWithPassword> sheets);

}  // namespace onshi
