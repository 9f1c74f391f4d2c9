// SPDX-License-Identifier: GPL-3.0-or-later
// Chromium, Chrome and Edge on Linux: the NSS store in the user's home, and the policy folders under /etc.
// Holds two places and nothing else; thread-safe.
#pragma once

#include <filesystem>

#include "probes/world/browsers.h"

namespace onshi {

class LinuxBrowsers : public Browsers {
 public:
  explicit LinuxBrowsers(std::filesystem::path home, std::filesystem::path root = "/")
      : home_(std::move(home)), root_(std::move(root)) {}
  Seen<BrowserView> look(const BrowserQuestion& question, const Limit& limit) override;

 private:
  std::filesystem::path home_;
  std::filesystem::path root_;
};

}  // namespace onshi
