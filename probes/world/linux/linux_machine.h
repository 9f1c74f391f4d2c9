// SPDX-License-Identifier: GPL-3.0-or-later
// The machine as Linux tells it. Holds nothing; thread-safe.
#pragma once

#include "probes/world/machine.h"

namespace onshi {

class LinuxMachine : public Machine {
 public:
  std::chrono::system_clock::time_point now() override { return std::chrono::system_clock::now(); }
  Seen<std::vector<UsbDevice>> usb_devices() override;
  Seen<DiskSpace> disk_space(const std::filesystem::path& folder) override;
  Seen<SystemFacts> system() override;
  Seen<std::chrono::milliseconds> clock_offset(const std::string& server_address,
                                               const Limit& limit) override;
};

}  // namespace onshi
