// SPDX-License-Identifier: GPL-3.0-or-later
// Where a line of Japanese or English may end: after a space, between two Japanese characters, but never
// before 。 or after （. Pure functions, any thread.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace onshi::gui {

/// Whether a new line may begin at `text[at]`.
bool may_break_before(std::wstring_view text, std::size_t at);

/// `text` cut into lines of at most `width`; `ends[i]` is the width of the text up to and with its character
/// i. A word wider than a line is cut where it must be. Newlines in `text` stay.
std::vector<std::wstring> broken_lines(std::wstring_view text, std::span<const int> ends, int width);

}  // namespace onshi::gui
