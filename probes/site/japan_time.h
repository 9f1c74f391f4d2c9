// SPDX-License-Identifier: GPL-3.0-or-later
// Points in time as the clinics write them: Japan Standard Time, which has been UTC+9 without summer time
// since 1951, so no time zone data is needed. Pure functions, any thread.
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

namespace onshi {

std::string iso_time(std::chrono::system_clock::time_point time);  // "2026-11-21T07:30:00+09:00"
std::string iso_date(std::chrono::system_clock::time_point time);  // "2026-11-21", the day in Japan
/// Exactly the form of iso_time; anything else is empty.
std::optional<std::chrono::system_clock::time_point> parse_iso_time(std::string_view text);
/// The nearest time that system_clock can hold and iso_time can write and read again: what other programs
/// write, certificates for instance, reaches to the year 9999.
std::chrono::system_clock::time_point nearest_time(std::chrono::sys_seconds time);
std::chrono::year_month_day japan_day(std::chrono::system_clock::time_point time);

}  // namespace onshi
