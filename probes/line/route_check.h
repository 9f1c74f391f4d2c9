// SPDX-License-Identifier: GPL-3.0-or-later
// Does the terminal know where to send what is not for its own network, in the family that the line is used
// in? Routers of line types 2 and 3 may give routes to 10.x alone (line.md §1). Reads the network that the
// address check saw, sends nothing. Runs on a check thread.
#pragma once

#include "probes/check/check.h"

namespace onshi {

Check route_check();

}  // namespace onshi
