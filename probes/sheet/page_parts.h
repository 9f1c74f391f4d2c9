// SPDX-License-Identifier: GPL-3.0-or-later
// Both environments may be printed on one page, beside or below each other. Cuts such a page into pages of
// one sheet each. Pure, any thread.
#pragma once

#include <vector>

#include "probes/sheet/reader_answer.h"
#include "probes/sheet/sheet_form.h"

namespace onshi {

/// Copies of the words, for the caller to forget: the page itself unless the label of the environment stands
/// on it more than once.
std::vector<ReadPage> page_parts(const ReadPage& page, const SheetForm& form);

}  // namespace onshi
