// SPDX-License-Identifier: GPL-3.0-or-later
// Bytes as upper-case hexadecimal text and back. Pure functions, any thread.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace onshi {

std::string to_hexadecimal(std::span<const std::uint8_t> bytes);

/// Empty when `text` has an odd length or another character.
std::optional<std::vector<std::uint8_t>> from_hexadecimal(std::string_view text);

}  // namespace onshi
