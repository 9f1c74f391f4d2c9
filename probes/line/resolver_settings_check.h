// SPDX-License-Identifier: GPL-3.0-or-later
// Are the terminal's resolvers the right ones? Asks all of them side by side (see resolver_survey.h) and
// names what only shows when their answers lie next to each other: none set, the wrong ones, those of the
// other region, the wrong order. Hands the survey on to every later check of the line. Runs on a check
// thread.
#pragma once

#include "probes/check/check.h"

namespace onshi {

Check resolver_settings_check();

}  // namespace onshi
