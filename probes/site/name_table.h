// SPDX-License-Identifier: GPL-3.0-or-later
// A table of values and their stable words, read in both directions. What makes every `name_of` and
// `..._named` of the house one line long. The tables are constants; any thread.
#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <string_view>

namespace onshi {

template <typename Value>
struct NameRow {
  Value value;
  std::string_view name;
};

template <typename Value, std::size_t Size>
using NameTable = std::array<NameRow<Value>, Size>;

/// The word of a value; empty for a value that is not in the table.
template <typename Value, std::size_t Size>
constexpr std::string_view name_in(const NameTable<Value, Size>& table, Value value) {
  for (const auto& row : table) {
    if (row.value == value) return row.name;
  }
  return {};
}

template <typename Value, std::size_t Size>
constexpr std::optional<Value> named_in(const NameTable<Value, Size>& table, std::string_view name) {
  for (const auto& row : table) {
    if (row.name == name) return row.value;
  }
  return std::nullopt;
}

}  // namespace onshi
