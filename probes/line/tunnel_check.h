// SPDX-License-Identifier: GPL-3.0-or-later
// Does the IPsec tunnel of a line of type 3 stand, where the terminal itself keeps it (line.md §1, §13)? Else
// the router does, and nothing of it can be seen from here. A tunnel that does not stand is a fault only
// while the resolvers are silent: names that come another way need none. Check thread.
#pragma once

#include <string>

#include "probes/check/check.h"

namespace onshi {

/// What the check hands on when a tunnel of this terminal carries packets.
struct TunnelEvidence {
  std::string gateway;
};

Check tunnel_check();

}  // namespace onshi
