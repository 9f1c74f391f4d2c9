// SPDX-License-Identifier: GPL-3.0-or-later
#include "probes/site/japan_time.h"

#include <algorithm>
#include <charconv>

#include <fmt/format.h>

#include "probes/site/iso_day.h"

namespace onshi {
namespace {

using std::chrono::system_clock;
constexpr std::chrono::hours kJapan{9};
constexpr std::string_view kForm = "0000-00-00T00:00:00+09:00";

auto in_japan(system_clock::time_point time) {
  return std::chrono::floor<std::chrono::seconds>(time) + kJapan;
}

bool has_form(std::string_view text) {
  if (text.size() != kForm.size()) return false;
  for (std::size_t i = 0; i < 19; ++i) {
    const bool digit = text[i] >= '0' && text[i] <= '9';
    if ((kForm[i] == '0') != digit || (!digit && text[i] != kForm[i])) return false;
  }
  return text.substr(19) == kForm.substr(19);
}

// What system_clock can hold in nanoseconds, in whole years.
constexpr std::chrono::year kFirstYear{1679};
constexpr std::chrono::year kLastYear{2261};

bool can_be_held(std::chrono::year_month_day day) {
  return day.ok() && day.year() >= kFirstYear && day.year() <= kLastYear;
}

int number(std::string_view digits) {
  int value = 0;
  std::from_chars(digits.data(), digits.data() + digits.size(), value);
  return value;
}

}  // namespace

system_clock::time_point nearest_time(std::chrono::sys_seconds time) {
  constexpr std::chrono::sys_seconds first = std::chrono::sys_days{kFirstYear / 1 / 1} - kJapan;
  constexpr std::chrono::sys_seconds end =
      std::chrono::sys_days{(kLastYear + std::chrono::years{1}) / 1 / 1} - kJapan;
  return std::clamp(time, first, end - std::chrono::seconds{1});
}

std::chrono::year_month_day japan_day(system_clock::time_point time) {
  return std::chrono::floor<std::chrono::days>(in_japan(time));
}

std::string iso_date(system_clock::time_point time) { return iso_day(japan_day(time)); }

std::string iso_time(system_clock::time_point time) {
  const auto japan = in_japan(time);
  const std::chrono::hh_mm_ss clock{japan - std::chrono::floor<std::chrono::days>(japan)};
  return fmt::format("{}T{:02}:{:02}:{:02}+09:00", iso_date(time), clock.hours().count(),
                     clock.minutes().count(), clock.seconds().count());
}

std::optional<system_clock::time_point> parse_iso_time(std::string_view text) {
  if (!has_form(text)) return std::nullopt;
  const std::chrono::year_month_day day{std::chrono::year{number(text.substr(0, 4))},
                                        std::chrono::month{static_cast<unsigned>(number(text.substr(5, 2)))},
                                        std::chrono::day{static_cast<unsigned>(number(text.substr(8, 2)))}};
  const int hour = number(text.substr(11, 2));
  const int minute = number(text.substr(14, 2));
  const int second = number(text.substr(17, 2));
  if (!can_be_held(day) || hour > 23 || minute > 59 || second > 59) return std::nullopt;
  return std::chrono::sys_days{day} + std::chrono::hours{hour} + std::chrono::minutes{minute} +
         std::chrono::seconds{second} - kJapan;
}

}  // namespace onshi
