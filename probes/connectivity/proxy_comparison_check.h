// SPDX-License-Identifier: GPL-3.0-or-later
// Where a host could not be reached the way that the terminal takes, is there another? A host that answers
// only through the profile's proxy, or only without the set one, is a matter of settings and not of the line
// (line.md §8). Asks nothing where the way that was taken led to the host.
#pragma once

#include "probes/connectivity/ladder_host.h"

namespace onshi {

Check proxy_comparison_check(std::vector<LadderHost> hosts);

}  // namespace onshi
