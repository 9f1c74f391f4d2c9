// SPDX-License-Identifier: GPL-3.0-or-later
#include "probes/site/iso_day.h"

#include <charconv>

#include <fmt/format.h>

namespace onshi {
namespace {

using std::chrono::day;
using std::chrono::month;
using std::chrono::year;
using std::chrono::year_month;
using std::chrono::year_month_day;

std::optional<unsigned> digits(std::string_view text) {
  unsigned number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  const bool whole = error == std::errc{} && end == text.data() + text.size();
  return whole ? std::optional(number) : std::nullopt;
}

}  // namespace

std::string iso_month(year_month month) {
  return fmt::format("{:04}-{:02}", static_cast<int>(month.year()), static_cast<unsigned>(month.month()));
}

std::string iso_day(year_month_day day) {
  return fmt::format("{}-{:02}", iso_month(day.year() / day.month()), static_cast<unsigned>(day.day()));
}

std::optional<year_month> parse_iso_month(std::string_view text) {
  if (text.size() != 7 || text[4] != '-') return std::nullopt;
  const auto years = digits(text.substr(0, 4));
  const auto months = digits(text.substr(5));
  if (!years || !months) return std::nullopt;
  const year_month parsed = year{static_cast<int>(*years)} / month{*months};
  return parsed.ok() ? std::optional(parsed) : std::nullopt;
}

std::optional<year_month_day> parse_iso_day(std::string_view text) {
  if (text.size() != 10 || text[7] != '-') return std::nullopt;
  const auto in = parse_iso_month(text.substr(0, 7));
  const auto days = digits(text.substr(8));
  if (!in || !days) return std::nullopt;
  const year_month_day parsed = *in / day{*days};
  return parsed.ok() ? std::optional(parsed) : std::nullopt;
}

}  // namespace onshi
