// SPDX-License-Identifier: GPL-3.0-or-later
// From the words of a page to master account sheets: each value is what stands right of its label, inside
// the label's band. An id or password is taken only as one word of printable ASCII in an embedded font;
// otherwise a person types it (platform.md, "Account sheet PDFs"). What was recognised in a picture is taken
// for a person to confirm, but never a password. Pure, any thread.
#pragma once

#include <optional>
#include <vector>

#include "probes/sheet/reader_answer.h"
#include "probes/sheet/sheet_form.h"
#include "probes/site/master_account_sheet.h"

namespace onshi {

/// The sheets of a page, which may carry both; none when it is something else. `file` is left for the caller.
std::vector<SheetWithPassword> sheets_on_page(const ReadPage& page, const SheetForm& form);

/// The same for a page, or a part of one, that carries one sheet at most.
std::optional<SheetWithPassword> sheet_on_page(const ReadPage& page, const SheetForm& form);

}  // namespace onshi
