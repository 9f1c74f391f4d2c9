// SPDX-License-Identifier: GPL-3.0-or-later
// A day as a person types it into a field: 2026-04-01, 2026/4/1, 20260401, 2026年4月1日, 令和8年4月1日,
// R8.4.1, also full-width. Pure, any thread.
#pragma once

#include <chrono>
#include <optional>
#include <string_view>

namespace onshi {

/// Empty for what is no such day, and for a day that does not exist.
std::optional<std::chrono::year_month_day> entered_day(std::string_view text);

}  // namespace onshi
