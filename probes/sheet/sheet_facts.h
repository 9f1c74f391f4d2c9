// SPDX-License-Identifier: GPL-3.0-or-later
// What the sheet checks share: the sheet of a slot, and facts that never carry more of an id than its end
// (accounts.md §4). Pure, any thread.
#pragma once

#include <string>
#include <string_view>

#include "probes/check/facts.h"
#include "probes/site/site.h"

namespace onshi {

/// The sheet of that environment's slot; only for checks that need "sheet.complete", so it is there.
const MasterAccountSheet& sheet_of(const Site& site, Environment environment);

/// The last four characters.
std::string end_of(std::string_view id);

/// `environment`, `file` and, when there is one, `page`.
Facts sheet_facts(const MasterAccountSheet& sheet, Environment slot);

}  // namespace onshi
