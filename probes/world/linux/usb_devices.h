// SPDX-License-Identifier: GPL-3.0-or-later
// USB devices as /sys lists them, hubs left out. Any thread.
#pragma once

#include <filesystem>
#include <vector>

#include "probes/world/machine.h"

namespace onshi {

/// Sorted by path; `folder` is /sys/bus/usb/devices except in tests.
std::vector<UsbDevice> usb_devices_in(const std::filesystem::path& folder);

}  // namespace onshi
