// SPDX-License-Identifier: GPL-3.0-or-later
#include "probes/check/group.h"

#include <algorithm>

namespace onshi {
namespace {

constexpr std::array<std::string_view, 9> kNames{
    "preparation", "line", "v6", "reader", "sheets", "certificate", "connectivity", "terminal", "program"};

}  // namespace

Group group_of(FindingNumber number) { return static_cast<Group>(static_cast<int>(number) / 100); }

std::string_view name_of(Group group) { return kNames.at(static_cast<std::size_t>(group) - 1); }

std::optional<Group> group_named(std::string_view name) {
  for (Group group : kAllGroups) {
    if (name_of(group) == name) return group;
  }
  return std::nullopt;
}

}  // namespace onshi
