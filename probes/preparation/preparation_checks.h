// SPDX-License-Identifier: GPL-3.0-or-later
// The checks of page 1: which case it is, every field of the application's form, the days, the papers
// (application.md §4-§6). They look at what was entered and at the clock alone, so they work in the office.
// Makes plain values; call it on any thread.
#pragma once

#include <memory>
#include <vector>

#include "probes/check/check.h"
#include "probes/preparation/preparation_tables.h"

namespace onshi {

using SharedTables = std::shared_ptr<const PreparationTables>;

/// Only what this site's case asks for. `secret_number`: both entries are at hand to be compared.
std::vector<Check> preparation_checks(const Site& site, const SharedTables& tables, bool secret_number);

/// What they say, asked one after the other on this thread: none of them waits for anything.
std::vector<Finding> preparation_findings(World& world, const Site& site, const Profile& profile,
                                          const SharedTables& tables);

}  // namespace onshi
