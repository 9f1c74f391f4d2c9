// SPDX-License-Identifier: GPL-3.0-or-later
// A world made of observations: the same checks give the same findings on any system, without a packet. The
// allow-list of hosts and the card gate stand in front of it just as in front of the live world. Thread-safe.
#pragma once

#include <memory>

#include "probes/world/recorded/observations.h"

namespace onshi {

/// Helper programs run in `programs`; without one they are answered as not recorded.
std::shared_ptr<World> recorded_world(Observations observations, AllowedHosts allowed,
                                      std::shared_ptr<Programs> programs = nullptr);

}  // namespace onshi
