// SPDX-License-Identifier: GPL-3.0-or-later
// Days and months as files and forms of this house write them: "2026-11-21" and "2026-11". Pure functions,
// any thread.
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

namespace onshi {

std::string iso_day(std::chrono::year_month_day day);
std::string iso_month(std::chrono::year_month month);
/// Exactly that form, and a day that there is; anything else is empty.
std::optional<std::chrono::year_month_day> parse_iso_day(std::string_view text);
std::optional<std::chrono::year_month> parse_iso_month(std::string_view text);

}  // namespace onshi
