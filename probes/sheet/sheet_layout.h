// SPDX-License-Identifier: GPL-3.0-or-later
// From the words of a page to a master account sheet: each value is what stands right of its label, inside
// the label's band. An id or password is taken only as one word of printable ASCII in an embedded font;
// otherwise a person types it (platform.md, "Account sheet PDFs"). Pure, any thread.
#pragma once

#include <optional>

#include "probes/sheet/reader_answer.h"
#include "probes/sheet/sheet_form.h"
#include "probes/site/master_account_sheet.h"

namespace onshi {

/// Nothing when the page is not a master account sheet. `file` is left for the caller.
std::optional<SheetWithPassword> sheet_on_page(const ReadPage& page, const SheetForm& form);

}  // namespace onshi
