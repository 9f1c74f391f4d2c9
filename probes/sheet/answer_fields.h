// SPDX-License-Identifier: GPL-3.0-or-later
// The fields of one line of a small program's answer, each checked as it is taken. Pure, any thread.
#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "probes/sheet/reader_answer.h"

namespace onshi {

inline constexpr std::size_t kMostFields = 7;

struct AnswerFields {
  std::array<std::string_view, kMostFields> all;
  std::size_t count = 0;
  [[nodiscard]] std::string_view operator[](std::size_t index) const {
    return index < count ? all[index] : "";
  }
};

/// Nothing when there are too many.
std::optional<AnswerFields> answer_fields(std::string_view line);

/// A whole number from 0 to `most`.
std::optional<int> count_from(std::string_view field, int most);
/// Points of a page, finite and not farther than any page reaches.
std::optional<double> place_from(std::string_view field);
std::optional<std::string> unescaped(std::string_view field);
bool has_control(std::string_view text);
/// The name of a ZIP's entry: UTF-8 or else CP932, as Windows programs write it.
std::optional<std::string> entry_name(std::string_view field);
/// Of the line `fault WORD DETAIL`.
std::optional<ReadFault> fault_from(const AnswerFields& fields);

}  // namespace onshi
