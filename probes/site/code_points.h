// SPDX-License-Identifier: GPL-3.0-or-later
// Walks UTF-8 text character by character; a byte that belongs to no character comes as itself with `value`
// -1. Used by the rules for text that people type. Pure, any thread.
#pragma once

#include <cstdint>
#include <string_view>

#include <utf8proc.h>

namespace onshi {

struct CodePoint {
  std::int32_t value;      // -1 for a broken byte
  std::string_view bytes;  // as they stand in the text
};

inline CodePoint first_code_point(std::string_view text) {
  std::int32_t value = -1;
  const auto* bytes = reinterpret_cast<const utf8proc_uint8_t*>(text.data());
  auto length = utf8proc_iterate(bytes, static_cast<utf8proc_ssize_t>(text.size()), &value);
  if (length <= 0) return {-1, text.substr(0, 1)};
  return {value, text.substr(0, static_cast<std::size_t>(length))};
}

template <typename Use>
void for_each_code_point(std::string_view text, Use&& use) {
  while (!text.empty()) {
    CodePoint point = first_code_point(text);
    use(point);
    text.remove_prefix(point.bytes.size());
  }
}

}  // namespace onshi
