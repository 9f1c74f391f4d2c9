// SPDX-License-Identifier: GPL-3.0-or-later
// The machine as Linux tells it. Thread-safe.
#pragma once

#include "probes/world/live/link_choice.h"
#include "probes/world/live/software_files.h"
#include "probes/world/machine.h"

namespace onshi {

class LinuxMachine : public Machine {
 public:
  explicit LinuxMachine(AllowedHosts allowed, LinkChoice choice = {})
      : Machine(std::move(allowed)), choice_(std::move(choice)) {}
  std::chrono::system_clock::time_point now() override { return std::chrono::system_clock::now(); }
  Seen<std::vector<UsbDevice>> usb_devices() override;
  Seen<CardPrograms> card_programs() override;
  Seen<DiskSpace> disk_space(const std::filesystem::path& folder) override;
  Seen<SystemFacts> system() override;
  Seen<ProxySettings> proxy_settings(const Limit& limit) override;
  Seen<ConnectionSettings> connection_settings(const std::string& file) override {
    return read_connection_settings(file);
  }
  Seen<bool> holds_file_like(const std::string& folder, const std::string& name) override {
    return folder_holds_file_like(folder, name);
  }

 protected:
  Seen<std::chrono::milliseconds> do_clock_offset(const Target& server, const Limit& limit) override;

 private:
  LinkChoice choice_;
};

}  // namespace onshi
