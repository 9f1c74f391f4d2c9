// SPDX-License-Identifier: GPL-3.0-or-later
#include "probes/site/entered_day.h"

#include <algorithm>
#include <string>
#include <vector>

#include "probes/site/text.h"

namespace onshi {
namespace {

constexpr int kBeforeReiwa = 2018;
constexpr std::string_view kReiwa = "\xe4\xbb\xa4\xe5\x92\x8c";

bool is_digit(char character) { return character >= '0' && character <= '9'; }

/// The runs of digits in it; nothing when one of them is too long to be part of a day.
std::vector<int> numbers_in(std::string_view text) {
  constexpr std::size_t kMostDigits = 8;
  std::vector<int> numbers;
  while (true) {
    const auto* const first = std::ranges::find_if(text, is_digit);
    text.remove_prefix(static_cast<std::size_t>(first - text.begin()));
    if (text.empty()) return numbers;
    const auto* const end = std::ranges::find_if_not(text, is_digit);
    const std::string run(text.begin(), end);
    if (run.size() > kMostDigits) return {};
    numbers.push_back(std::stoi(run));
    text.remove_prefix(run.size());
  }
}

/// Whether there is nothing in it but digits, what stands between them, and the era's name before them.
bool is_written_like_a_day(std::string text) {
  for (const std::string_view mark : {"\xe5\xb9\xb4", "\xe6\x9c\x88", "\xe6\x97\xa5", "/", ".", "-", " "}) {
    for (auto at = text.find(mark); at != std::string::npos; at = text.find(mark))
      text.erase(at, mark.size());
  }
  return !text.empty() && std::ranges::all_of(text, is_digit);
}

std::optional<std::chrono::year_month_day> day_of(int year, int month, int day) {
  const std::chrono::year_month_day made{std::chrono::year{year},
                                         std::chrono::month{static_cast<unsigned>(month)},
                                         std::chrono::day{static_cast<unsigned>(day)}};
  const bool sensible = made.ok() && year > kBeforeReiwa && year < 2100;
  return sensible ? std::optional(made) : std::nullopt;
}

}  // namespace

std::optional<std::chrono::year_month_day> entered_day(std::string_view typed) {
  std::string text = normalise_text(typed);
  int before = 0;
  for (const std::string_view era : {kReiwa, std::string_view("R"), std::string_view("r")}) {
    if (before != 0 || !text.starts_with(era)) continue;
    before = kBeforeReiwa;
    text.erase(0, era.size());
  }
  if (!is_written_like_a_day(text)) return std::nullopt;
  std::vector<int> numbers = numbers_in(text);
  constexpr int kHundred = 100;
  if (numbers.size() == 1 && before == 0) {
    const int whole = numbers.front();
    numbers = {whole / (kHundred * kHundred), whole / kHundred % kHundred, whole % kHundred};
  }
  if (numbers.size() != 3 || numbers[1] > kHundred || numbers[2] > kHundred) return std::nullopt;
  return day_of(before + numbers[0], numbers[1], numbers[2]);
}

}  // namespace onshi
