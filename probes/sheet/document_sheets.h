// SPDX-License-Identifier: GPL-3.0-or-later
// From the validated answer of a small program to sheets and faults, and which documents of a ZIP count when
// all of them were read. Pure, any thread.
#pragma once

#include <string>
#include <string_view>

#include "probes/sheet/reader_answer.h"
#include "probes/sheet/sheet_reader.h"

namespace onshi {

/// `file` is the document's name as shown to a person.
SheetReading reading_from(const ReaderAnswer& answer, const std::string& file);

SheetReading xml_reading(std::string_view bytes, const std::string& file);

/// Other documents beside a sheet are normal and not mentioned; without any sheet it is the ZIP that has
/// none.
void settle_zip(const std::string& file, SheetReading& reading);

/// A scan of a sheet that was also read from a PDF gives what could not be read there, and is no second
/// sheet.
void merge_scans(SheetReading& reading);

/// With the sheets of both environments in hand nobody needs to know what was not looked at.
void settle_left_out(SheetReading& reading);

}  // namespace onshi
