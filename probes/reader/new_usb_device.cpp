// SPDX-License-Identifier: GPL-3.0-or-later
#include "probes/reader/new_usb_device.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "probes/world/wait_out.h"

namespace onshi {

std::vector<UsbDevice> new_devices(const std::vector<UsbDevice>& before, const std::vector<UsbDevice>& now) {
  std::vector<UsbDevice> fresh;
  std::ranges::copy_if(now, std::back_inserter(fresh), [&](const UsbDevice& device) {
    return std::ranges::find(before, device) == before.end();
  });
  return fresh;
}

Seen<std::vector<UsbDevice>> wait_for_new_devices(Machine& machine, const Limit& limit,
                                                  std::chrono::milliseconds pause) {
  auto before = machine.usb_devices();
  if (!before) return before;
  while (!limit.over()) {
    wait_out(limit.within(pause));
    auto now = machine.usb_devices();
    if (!now) return now;
    if (auto fresh = new_devices(*before, *now); !fresh.empty()) return fresh;
    before = std::move(now);
  }
  return std::vector<UsbDevice>{};
}

}  // namespace onshi
