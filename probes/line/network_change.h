// SPDX-License-Identifier: GPL-3.0-or-later
// Whether the line would be judged alike in two views of the network. Pure functions, any thread.
#pragma once

#include "probes/world/links.h"

namespace onshi {

/// Not so when a cable, an address, a route or a resolver came, went or turned bad. What the kernel does by
/// itself all day is no change: lifetimes that a router renews, temporary addresses that follow each other,
/// links of containers and virtual machines, another order of the same.
bool looks_alike(const NetworkView& left, const NetworkView& right);

}  // namespace onshi
