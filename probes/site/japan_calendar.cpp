// SPDX-License-Identifier: GPL-3.0-or-later
#include "probes/site/japan_calendar.h"

#include <algorithm>
#include <array>

#include "probes/site/name_table.h"

namespace onshi {
namespace {

using std::chrono::days;
using std::chrono::sys_days;
using std::chrono::weekday;
using std::chrono::year_month_day;

constexpr NameTable<Holiday, 20> kNames{{{Holiday::new_year, "new_year"},
                                         {Holiday::coming_of_age, "coming_of_age"},
                                         {Holiday::foundation, "foundation"},
                                         {Holiday::emperor, "emperor"},
                                         {Holiday::vernal_equinox, "vernal_equinox"},
                                         {Holiday::showa, "showa"},
                                         {Holiday::constitution, "constitution"},
                                         {Holiday::greenery, "greenery"},
                                         {Holiday::children, "children"},
                                         {Holiday::marine, "marine"},
                                         {Holiday::mountain, "mountain"},
                                         {Holiday::respect_for_the_aged, "respect_for_the_aged"},
                                         {Holiday::autumnal_equinox, "autumnal_equinox"},
                                         {Holiday::sports, "sports"},
                                         {Holiday::culture, "culture"},
                                         {Holiday::labour, "labour"},
                                         {Holiday::accession, "accession"},
                                         {Holiday::enthronement, "enthronement"},
                                         {Holiday::substitute, "substitute"},
                                         {Holiday::between, "between"}}};

/// Every year from `first` to `last`: on a day of the month, or on the `week`th Monday.
struct Rule {
  Holiday holiday;
  unsigned month;
  unsigned day;   // 0: a Monday
  unsigned week;  // 0: a day of the month
  int first = 2007;
  int last = 2099;
};

constexpr std::array<Rule, 26> kRules{{{Holiday::new_year, 1, 1, 0},
                                       {Holiday::coming_of_age, 1, 0, 2},
                                       {Holiday::foundation, 2, 11, 0},
                                       {Holiday::emperor, 12, 23, 0, 2007, 2018},
                                       {Holiday::emperor, 2, 23, 0, 2020, 2099},
                                       {Holiday::showa, 4, 29, 0},
                                       {Holiday::constitution, 5, 3, 0},
                                       {Holiday::greenery, 5, 4, 0},
                                       {Holiday::children, 5, 5, 0},
                                       {Holiday::respect_for_the_aged, 9, 0, 3},
                                       {Holiday::culture, 11, 3, 0},
                                       {Holiday::labour, 11, 23, 0},
                                       // For one year each, by laws of their own.
                                       {Holiday::accession, 5, 1, 0, 2019, 2019},
                                       {Holiday::enthronement, 10, 22, 0, 2019, 2019},
                                       {Holiday::marine, 7, 23, 0, 2020, 2020},
                                       {Holiday::sports, 7, 24, 0, 2020, 2020},
                                       {Holiday::mountain, 8, 10, 0, 2020, 2020},
                                       {Holiday::marine, 7, 22, 0, 2021, 2021},
                                       {Holiday::sports, 7, 23, 0, 2021, 2021},
                                       {Holiday::mountain, 8, 8, 0, 2021, 2021},
                                       // Before and after those years.
                                       {Holiday::marine, 7, 0, 3, 2007, 2019},
                                       {Holiday::marine, 7, 0, 3, 2022, 2099},
                                       {Holiday::mountain, 8, 11, 0, 2016, 2019},
                                       {Holiday::mountain, 8, 11, 0, 2022, 2099},
                                       {Holiday::sports, 10, 0, 2, 2007, 2019},
                                       {Holiday::sports, 10, 0, 2, 2022, 2099}}};

int year_of(year_month_day day) { return static_cast<int>(day.year()); }

bool falls_on(const Rule& rule, year_month_day day) {
  if (year_of(day) < rule.first || year_of(day) > rule.last) return false;
  if (static_cast<unsigned>(day.month()) != rule.month) return false;
  if (rule.week == 0) return static_cast<unsigned>(day.day()) == rule.day;
  const auto monday = day.year() / day.month() / std::chrono::Monday[rule.week];
  return sys_days{day} == sys_days{monday};
}

/// The usual approximation for 1980 to 2099: the mean day of 1980, what a year has beyond 365 days, and the
/// leap days since.
unsigned equinox_day(double in_1980, int year) {
  const int since = year - 1980;
  const int leap_days = since / 4;
  return static_cast<unsigned>(in_1980 + 0.242194 * since - leap_days);
}

std::optional<Holiday> equinox_on(year_month_day day) {
  const auto is = [&](unsigned month, double in_1980) {
    return static_cast<unsigned>(day.month()) == month &&
           static_cast<unsigned>(day.day()) == equinox_day(in_1980, year_of(day));
  };
  if (is(3, 20.8431)) return Holiday::vernal_equinox;
  if (is(9, 23.2488)) return Holiday::autumnal_equinox;
  return std::nullopt;
}

/// 「国民の祝日」 itself, without the days that the law adds to it.
std::optional<Holiday> named_holiday(year_month_day day) {
  const auto* rule = std::ranges::find_if(kRules, [&](const Rule& each) { return falls_on(each, day); });
  if (rule != kRules.end()) return rule->holiday;
  return equinox_on(day);
}

bool is_named(sys_days day) { return named_holiday(day).has_value(); }

/// The first day after a holiday on a Sunday that is no holiday itself.
bool is_substitute(sys_days day) {
  for (sys_days before = day - days{1}; is_named(before); before -= days{1}) {
    if (weekday{before} == std::chrono::Sunday) return true;
  }
  return false;
}

}  // namespace

std::string_view name_of(Holiday holiday) { return name_in(kNames, holiday); }

bool in_calendar(year_month_day day) {
  return day.ok() && day.year() >= kFirstCalendarYear && day.year() <= kLastCalendarYear;
}

std::optional<Holiday> holiday_on(year_month_day day) {
  if (!in_calendar(day)) return std::nullopt;
  if (const auto named = named_holiday(day)) return named;
  const sys_days here{day};
  if (is_substitute(here)) return Holiday::substitute;
  if (is_named(here - days{1}) && is_named(here + days{1})) return Holiday::between;
  return std::nullopt;
}

bool is_year_end(year_month_day day) {
  const auto number = static_cast<unsigned>(day.day());
  if (day.month() == std::chrono::December) return number >= 29;
  return day.month() == std::chrono::January && number <= 3;
}

bool is_working_day(year_month_day day) {
  if (!in_calendar(day) || is_year_end(day) || holiday_on(day)) return false;
  const unsigned number = weekday{sys_days{day}}.iso_encoding();
  return number <= 5;
}

std::optional<year_month_day> working_days_from(year_month_day day, int count) {
  if (!in_calendar(day)) return std::nullopt;
  const days step{count < 0 ? -1 : 1};
  sys_days here{day};
  for (int left = count < 0 ? -count : count; left > 0;) {
    here += step;
    if (!in_calendar(here)) return std::nullopt;
    if (is_working_day(here)) --left;
  }
  return year_month_day{here};
}

std::optional<int> working_days_between(year_month_day from, year_month_day until) {
  if (!in_calendar(from) || !in_calendar(until)) return std::nullopt;
  const sys_days start{from};
  const sys_days end{until};
  int count = 0;
  for (sys_days day = start + days{1}; day <= end; day += days{1}) count += is_working_day(day) ? 1 : 0;
  for (sys_days day = start - days{1}; day >= end; day -= days{1}) count -= is_working_day(day) ? 1 : 0;
  return count;
}

}  // namespace onshi
