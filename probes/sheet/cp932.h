// SPDX-License-Identifier: GPL-3.0-or-later
// Japanese text of Windows programs (CP932, often called Shift_JIS) as UTF-8, strictly: one byte that does
// not fit and nothing is guessed (accounts.md §8.1). Used for names in a ZIP and for XML. Pure, any thread.
#pragma once

#include <cstddef>
#include <expected>
#include <string>
#include <string_view>

namespace onshi {

/// The text, or the offset of the first byte that is no CP932.
std::expected<std::string, std::size_t> utf8_from_cp932(std::string_view bytes);

}  // namespace onshi
