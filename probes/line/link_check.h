// SPDX-License-Identifier: GPL-3.0-or-later
// Is there an adapter, is it switched on, and does its cable have something at the other end? Adapters are
// Ethernet, wireless and PPP; loopback, tunnels and the bridges of other software are not the line. Runs on a
// check thread.
#pragma once

#include <string>
#include <vector>

#include "probes/check/check.h"

namespace onshi {

/// What the link check hands on.
struct LinkEvidence {
  std::vector<std::string> carrying;  // names of the adapters whose cable is alive
};

bool is_adapter(const Link& link);
/// An adapter that is switched on and has a carrier.
bool is_carrying(const Link& link);

/// The one place that says that the system did not show its network (204).
Answer cannot_look(const CannotSee& why);

Check link_check();

}  // namespace onshi
