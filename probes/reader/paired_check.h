// SPDX-License-Identifier: GPL-3.0-or-later
// Are the readers the ones that this clinic registered (reader.md §3)? Part of the plan only when the site
// has registered any, so that nothing green is said about a comparison that nobody made.
#pragma once

#include "probes/check/check.h"

namespace onshi {

Check paired_check();

}  // namespace onshi
