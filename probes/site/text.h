// SPDX-License-Identifier: GPL-3.0-or-later
// Japanese text as people and documents write it: widths, compatibility forms and spaces. UTF-8 in and out.
// Never used on a password. Pure functions, any thread.
#pragma once

#include <string>
#include <string_view>

namespace onshi {

/// NFKC with Kangxi radicals as ordinary characters; broken UTF-8 is kept as it is.
std::string normalise_text(std::string_view text);

/// For comparing names: NFKC, no spaces, wave dashes, minus signs and dashes folded (accounts.md §8.1).
std::string folded_name(std::string_view name);

/// Nothing but spaces, also full-width ones: no reason and no name.
bool is_blank(std::string_view text);

bool is_printable_ascii(std::string_view text);
bool is_valid_utf8(std::string_view text);

/// Index (counted in characters) of the first character that is not printable ASCII, or npos.
std::size_t first_foreign_character(std::string_view text);

}  // namespace onshi
