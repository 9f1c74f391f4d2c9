// SPDX-License-Identifier: GPL-3.0-or-later
// Days on which Japan works: national holidays computed from the law (祝日法) as it stands, with substitute
// days and days between two holidays, and the year-end closing. Days are days in Japan (japan_day); no time
// zone data is needed. The equinoxes of the coming years are computed, not yet announced. Pure functions, any
// thread.
#pragma once

#include <chrono>
#include <optional>
#include <string_view>

namespace onshi {

enum class Holiday {
  new_year,
  coming_of_age,
  foundation,
  emperor,
  vernal_equinox,
  showa,
  constitution,
  greenery,
  children,
  marine,
  mountain,
  respect_for_the_aged,
  autumnal_equinox,
  sports,
  culture,
  labour,
  accession,     // 2019 alone
  enthronement,  // the same
  substitute,    // for a holiday on a Sunday (第3条第2項)
  between        // two holidays (第3条第3項)
};

std::string_view name_of(Holiday holiday);  // "new_year", ...

/// From the law that gave 4 May its name to the last year for which the equinoxes can be computed so.
inline constexpr std::chrono::year kFirstCalendarYear{2007};
inline constexpr std::chrono::year kLastCalendarYear{2099};

/// Whether the calendar speaks of this day at all; outside, no day is a holiday or a working day.
bool in_calendar(std::chrono::year_month_day day);

std::optional<Holiday> holiday_on(std::chrono::year_month_day day);

/// 29 December to 3 January, when offices are closed by custom.
bool is_year_end(std::chrono::year_month_day day);

/// Monday to Friday, no holiday, not at the year's end. 営業日 is defined nowhere (application.md §5):
/// whoever shows a date made from this says that it is an estimate.
bool is_working_day(std::chrono::year_month_day day);

/// The `count`th working day after `day`, or before it when `count` is negative; `day` itself for 0. Empty
/// beyond the calendar.
std::optional<std::chrono::year_month_day> working_days_from(std::chrono::year_month_day day, int count);

/// How many working days there are after `from` up to and with `until`; negative when `until` comes first.
/// Empty when either is outside the calendar.
std::optional<int> working_days_between(std::chrono::year_month_day from, std::chrono::year_month_day until);

}  // namespace onshi
