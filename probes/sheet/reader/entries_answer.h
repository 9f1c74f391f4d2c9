// SPDX-License-Identifier: GPL-3.0-or-later
// The small program's answer to a ZIP: its entries as they are, or why there are none. Pure.
#pragma once

#include <string>
#include <string_view>

namespace onshi::sheet_reader {

std::string entries_answer(std::string_view zip);

}  // namespace onshi::sheet_reader
