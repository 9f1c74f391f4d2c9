// SPDX-License-Identifier: GPL-3.0-or-later
// Is this terminal's clock right (line.md §8: more than five minutes explains every complaint about dates)?
// Compared with the profile's time host. A silent time host is a finding of its own, milder when the system
// says that it keeps the clock; a year before this program existed is found without any host. Evidence:
// ClockOffset.
#pragma once

#include "probes/check/check.h"

namespace onshi {

Check clock_check();

}  // namespace onshi
