// SPDX-License-Identifier: GPL-3.0-or-later
// From the validated answer of the small program to sheets and faults: which documents of a ZIP count, and
// what to say when none of them holds a sheet. Pure, any thread.
#pragma once

#include <string>
#include <string_view>

#include "probes/sheet/reader_answer.h"
#include "probes/sheet/sheet_reader.h"

namespace onshi {

/// `file` is the input's name. In a ZIP, other documents beside a sheet are normal and not mentioned.
SheetReading reading_from(const ReaderAnswer& answer, const std::string& file, bool zip);

void add_xml_sheets(std::string_view bytes, const std::string& file, SheetReading& reading);

}  // namespace onshi
