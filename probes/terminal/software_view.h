// SPDX-License-Identifier: GPL-3.0-or-later
// Which environment the service's own programs on this terminal point at (accounts.md §7.3): each file's
// addresses, looked up in the profile's two sets of hosts, then each program's, then both together. Pure but
// for reading the files; called on check threads.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "probes/check/check.h"

namespace onshi {

struct SettingsFile {
  SoftwareSettings::Part part = SoftwareSettings::Part::exchange_app;
  std::string name{};                       // without its folder
  std::optional<CannotSee> trouble{};       // there, but not readable
  std::vector<std::string> account_ends{};  // of registered readers
  struct Place {
    int line = 0;
    std::string host{};
    std::optional<Environment> environment{};
    bool listed = false;
  };
  std::vector<Place> places{};
};

/// One of the programs, over all of its files that are there.
struct SoftwarePart {
  enum class State { not_installed, production, verification, mixed, unknown };
  SoftwareSettings::Part part = SoftwareSettings::Part::exchange_app;
  State state = State::not_installed;
  std::vector<SettingsFile> files{};
};

std::string_view name_of(SoftwarePart::State state);  // "not_installed", ...

/// 連携アプリ, then 顔認証DLL.
std::vector<SoftwarePart> software_parts(const Inquiry& inquiry);

}  // namespace onshi
