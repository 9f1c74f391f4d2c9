// SPDX-License-Identifier: GPL-3.0-or-later
// オンライン資格確認等コールセンター: its number, when it answers the phone, and whether it does so now.
// Number and hours are data of the profile (application.md §8). What nobody has told, such as the year's end,
// is neither open nor closed. Values and pure functions, any thread.
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "probes/site/japan_calendar.h"

namespace onshi {

/// The same hours on every day from `first` to `last`, in Japan.
struct OpenHours {
  std::chrono::weekday first{std::chrono::Monday};
  std::chrono::weekday last{std::chrono::Monday};  // not before `first` in a week that begins on Monday
  std::chrono::minutes from{0};
  std::chrono::minutes until{0};
  bool operator==(const OpenHours&) const = default;
};

struct CallCentre {
  std::string phone{};  // empty: the profile names none
  std::vector<OpenHours> hours{};
  bool closed_on_holidays = true;
  bool confirmed = false;
  bool built_in = false;  // the profile names none, so it is the one that came with the program
  bool operator==(const CallCentre&) const = default;
};

/// The profile's own, else the one of the profile that came with the program.
CallCentre call_centre_or(const CallCentre& own, CallCentre shipped);

struct CallCentreNow {
  enum class State {
    open,
    closed,
    not_told,  // within its hours, but at the year's end
    no_date    // a day beyond the calendar: nobody knows its holidays, or the clock is wrong
  };
  State state = State::closed;
  std::optional<std::chrono::system_clock::time_point> closes{};  // open: today's end
  std::optional<std::chrono::system_clock::time_point> opens{};   // else: the next time that is certain
  std::optional<Holiday> holiday{};                               // closed because of it
  bool operator==(const CallCentreNow&) const = default;
};

std::string_view name_of(CallCentreNow::State state);  // "open", "closed", "not_told", "no_date"

/// Empty when no hours are known.
std::optional<CallCentreNow> call_centre_at(const CallCentre& centre,
                                            std::chrono::system_clock::time_point now);

}  // namespace onshi
