// SPDX-License-Identifier: GPL-3.0-or-later
// Stands in front of another world and keeps what it answered, so that the same run can be played again
// elsewhere
// (--record, --world). A later answer to the same question replaces the earlier one; what was stopped is not
// kept. Helper programs are passed through and leave no trace. Thread-safe; owned as every world.
#pragma once

#include <memory>

#include "probes/world/recorded/observations.h"

namespace onshi {

class RecordingWorld : public World {
 public:
  /// What has been seen until now; what nobody asked for says that it was not recorded.
  [[nodiscard]] virtual Observations observations() const = 0;
};

/// `allowed` as for the world behind.
std::shared_ptr<RecordingWorld> recording_world(std::shared_ptr<World> behind, AllowedHosts allowed);

}  // namespace onshi
