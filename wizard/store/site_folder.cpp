// SPDX-License-Identifier: GPL-3.0-or-later
#include <cstdlib>

#include "wizard/store/site_store.h"

namespace onshi {
namespace {

std::optional<std::filesystem::path> absolute_of(const char* variable) {
  const char* value = std::getenv(variable);
  if (value == nullptr || !std::filesystem::path(value).is_absolute()) return std::nullopt;
  return std::filesystem::path(value);
}

}  // namespace

std::filesystem::path default_site_folder() {
  const std::filesystem::path name = "onshi-setup";
  if (const auto data = absolute_of("XDG_DATA_HOME")) return *data / name;
  if (const auto data = absolute_of("APPDATA")) return *data / name;
  if (const auto home = absolute_of("HOME")) return *home / ".local" / "share" / name;
  return std::filesystem::current_path() / name;
}

}  // namespace onshi
