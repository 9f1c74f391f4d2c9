// SPDX-License-Identifier: GPL-3.0-or-later
// Are the terminal's resolvers the right ones? Asks all of them side by side (see resolver_survey.h) and
// names what only shows when their answers lie next to each other: none set, the wrong ones, those of the
// other region, the wrong order. Hands the survey on to every later check of the line. Runs on a check
// thread.
#pragma once

#include "probes/check/check.h"

namespace onshi {

/// `behind_tunnel`: the tunnel's row stands before it in the plan, and a fallen tunnel is the cause of what
/// it would see.
Check resolver_settings_check(bool behind_tunnel = false);

}  // namespace onshi
