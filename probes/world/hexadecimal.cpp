// SPDX-License-Identifier: GPL-3.0-or-later
#include "probes/world/hexadecimal.h"

namespace onshi {
namespace {

constexpr std::string_view digits = "0123456789ABCDEF";

int value_of(char digit) {
  if (digit >= 'a' && digit <= 'f') digit = static_cast<char>(digit - 'a' + 'A');
  auto at = digits.find(digit);
  return at == std::string_view::npos ? -1 : static_cast<int>(at);
}

}  // namespace

std::string to_hexadecimal(std::span<const std::uint8_t> bytes) {
  std::string text;
  text.reserve(bytes.size() * 2);
  for (std::uint8_t byte : bytes) {
    text += digits[byte >> 4U];
    text += digits[byte & 0x0FU];
  }
  return text;
}

std::optional<std::vector<std::uint8_t>> from_hexadecimal(std::string_view text) {
  if (text.size() % 2 != 0) return {};
  std::vector<std::uint8_t> bytes;
  for (std::size_t i = 0; i < text.size(); i += 2) {
    int high = value_of(text[i]);
    int low = value_of(text[i + 1]);
    if (high < 0 || low < 0) return {};
    bytes.push_back(static_cast<std::uint8_t>(high * 16 + low));
  }
  return bytes;
}

}  // namespace onshi
