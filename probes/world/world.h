// SPDX-License-Identifier: GPL-3.0-or-later
// The only door to the outside. A world is live (probes/world/live with linux/ or windows/) or recorded
// (probes/world/recorded: observations from a file or a test). Owned by shared_ptr, because abandoned checks
// may still hold it; every part is thread-safe and every wait takes a Limit.
#pragma once

#include <memory>
#include <vector>

#include "probes/site/profile.h"
#include "probes/world/browsers.h"
#include "probes/world/cards.h"
#include "probes/world/links.h"
#include "probes/world/machine.h"
#include "probes/world/names.h"
#include "probes/world/network.h"
#include "probes/world/programs.h"
#include "probes/world/tunnels.h"

namespace onshi {

class World {
 public:
  virtual ~World() = default;
  virtual Links& links() = 0;
  virtual Names& names() = 0;
  virtual Network& network() = 0;
  virtual Cards& cards() = 0;
  virtual Machine& machine() = 0;
  virtual Programs& programs() = 0;
  virtual Tunnels& tunnels() = 0;
  virtual Browsers& browsers() = 0;
};

/// The world of this terminal. `allowed` are the only hosts that it will connect to; `line` are the networks
/// whose addresses tell the line's link from the others (way_out.h).
std::shared_ptr<World> live_world(AllowedHosts allowed, std::vector<ProfilePrefix> line);

/// How many calls of live worlds hang in the system after their callers went on; a program with any leaves by
/// std::_Exit.
int abandoned_calls();

}  // namespace onshi
