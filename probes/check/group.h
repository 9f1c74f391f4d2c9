// SPDX-License-Identifier: GPL-3.0-or-later
// The hundreds of a finding's number: which page of the wizard it belongs to (design, section 3).
// Derived from the number alone, so it is stored nowhere. Plain values, any thread.
#pragma once

#include <array>
#include <optional>
#include <string_view>

#include "probes/check/finding_number.h"

namespace onshi {

enum class Group { preparation = 1, line, v6, reader, sheets, certificate, connectivity, terminal, program };

inline constexpr std::array kAllGroups{Group::preparation,  Group::line,     Group::v6,
                                       Group::reader,       Group::sheets,   Group::certificate,
                                       Group::connectivity, Group::terminal, Group::program};

Group group_of(FindingNumber number);
std::string_view name_of(Group group);  // the word of `--only`: "line", "v6", "reader", ...
std::optional<Group> group_named(std::string_view name);

}  // namespace onshi
