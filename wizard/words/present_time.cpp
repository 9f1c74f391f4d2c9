// SPDX-License-Identifier: GPL-3.0-or-later
#include "wizard/words/present_time.h"

#include <charconv>
#include <optional>
#include <string>

#include "probes/site/clock_offset.h"

namespace onshi {
namespace {

using namespace std::chrono;
using From = PresentTime::From;

/// By how much the terminal is behind, as the finding tells it.
std::optional<milliseconds> offset_in(const Finding& clock) {
  const std::string text = clock.facts.value("offset_seconds").value_or("");
  double size = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), size);
  if (error != std::errc{} || end != text.data() + text.size()) return std::nullopt;
  const bool ahead = clock.facts.value("clock_direction") == "clock_ahead";
  return duration_cast<milliseconds>(duration<double>(ahead ? -size : size));
}

bool is_before_this_program(system_clock::time_point time) {
  return year_month_day{floor<days>(time)}.year() < kFirstYearOfProgram;
}

}  // namespace

PresentTime present_time(system_clock::time_point now, const Finding* clock) {
  if (const auto offset = clock == nullptr ? std::nullopt : offset_in(*clock)) {
    const bool wrong = clock->verdict == Verdict::fail;
    return {now + *offset, wrong ? From::corrected : From::clock};
  }
  return {now, is_before_this_program(now) ? From::nowhere : From::clock};
}

}  // namespace onshi
