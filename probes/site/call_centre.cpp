// SPDX-License-Identifier: GPL-3.0-or-later
#include "probes/site/call_centre.h"

#include <algorithm>

#include "probes/site/japan_time.h"
#include "probes/site/name_table.h"

namespace onshi {
namespace {

using std::chrono::days;
using std::chrono::sys_days;
using std::chrono::system_clock;
using State = CallCentreNow::State;

constexpr NameTable<State, 4> kStates{{{State::open, "open"},
                                       {State::closed, "closed"},
                                       {State::not_told, "not_told"},
                                       {State::no_date, "no_date"}}};
constexpr std::chrono::hours kJapan{9};
constexpr int kDaysAhead = 21;  // longer than any row of free days

/// The instant of a time of day in Japan.
system_clock::time_point at(sys_days day, std::chrono::minutes time) { return day + time - kJapan; }

const OpenHours* hours_of(const CallCentre& centre, sys_days day) {
  const unsigned number = std::chrono::weekday{day}.iso_encoding();
  const auto found = std::ranges::find_if(centre.hours, [number](const OpenHours& hours) {
    return hours.first.iso_encoding() <= number && number <= hours.last.iso_encoding();
  });
  return found == centre.hours.end() ? nullptr : &*found;
}

std::optional<Holiday> free_day(const CallCentre& centre, sys_days day) {
  return centre.closed_on_holidays ? holiday_on(day) : std::nullopt;
}

/// The published hours speak of holidays, not of the days around New Year.
bool is_told(sys_days day) { return in_calendar(day) && !is_year_end(day); }

/// The next opening of which nobody need doubt.
std::optional<system_clock::time_point> next_opening(const CallCentre& centre, system_clock::time_point now) {
  const sys_days today{japan_day(now)};
  for (sys_days day = today; day <= today + days{kDaysAhead}; day += days{1}) {
    const OpenHours* hours = hours_of(centre, day);
    if (hours == nullptr || free_day(centre, day) || !is_told(day)) continue;
    if (at(day, hours->from) > now) return at(day, hours->from);
  }
  return std::nullopt;
}

}  // namespace

CallCentre call_centre_or(const CallCentre& own, CallCentre shipped) {
  if (!own.phone.empty()) return own;
  shipped.built_in = !shipped.phone.empty();
  return shipped;
}

std::string_view name_of(State state) { return name_in(kStates, state); }

std::optional<CallCentreNow> call_centre_at(const CallCentre& centre, system_clock::time_point now) {
  if (centre.phone.empty() || centre.hours.empty()) return std::nullopt;
  const sys_days today{japan_day(now)};
  if (!in_calendar(today)) return CallCentreNow{.state = State::no_date};
  const OpenHours* hours = hours_of(centre, today);
  const auto holiday = free_day(centre, today);
  const bool within = hours != nullptr && at(today, hours->from) <= now && now < at(today, hours->until);
  if (!within || holiday) {
    return CallCentreNow{.state = State::closed, .opens = next_opening(centre, now), .holiday = holiday};
  }
  if (!is_told(today)) return CallCentreNow{.state = State::not_told, .opens = next_opening(centre, now)};
  return CallCentreNow{.state = State::open, .closes = at(today, hours->until)};
}

}  // namespace onshi
