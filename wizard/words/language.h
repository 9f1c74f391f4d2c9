// SPDX-License-Identifier: GPL-3.0-or-later
// The two languages of everything that a person reads. A value, any thread.
#pragma once

#include <optional>
#include <string_view>

namespace onshi {

enum class Language { japanese, english };

constexpr std::string_view name_of(Language language) { return language == Language::japanese ? "ja" : "en"; }

constexpr std::optional<Language> language_named(std::string_view name) {
  if (name == "ja") return Language::japanese;
  if (name == "en") return Language::english;
  return std::nullopt;
}

}  // namespace onshi
