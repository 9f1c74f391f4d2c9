// SPDX-License-Identifier: GPL-3.0-or-later
// "Show me the new USB device" (reader.md §2): for a reader that no list knows, the device that comes while a
// person plugs it in. Blocks, so not for the window's thread.
#pragma once

#include <chrono>
#include <optional>
#include <vector>

#include "probes/world/world.h"

namespace onshi {

/// Those of `now` that were not there `before`.
std::vector<UsbDevice> new_devices(const std::vector<UsbDevice>& before, const std::vector<UsbDevice>& now);

/// The first devices that come; none when the limit is over before. One that is pulled out and plugged in
/// again is new. Why not when USB cannot be seen here. Looks once a `pause`.
Seen<std::vector<UsbDevice>> wait_for_new_devices(Machine& machine, const Limit& limit,
                                                  std::chrono::milliseconds pause = std::chrono::milliseconds{
                                                      500});

}  // namespace onshi
