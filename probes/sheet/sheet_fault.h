// SPDX-License-Identifier: GPL-3.0-or-later
// Why a file did not yield a master account sheet: one kind a cause, and each kind is one finding number
// (500-529). `detail` is technical (a line, an attribute, an entry of the ZIP) and never holds an id or a
// password. Values, any thread.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "probes/check/finding.h"

namespace onshi {

struct SheetFault {
  enum class What {
    unreadable,           // the file is not there or may not be read
    empty,                // 0 bytes
    too_large,            // over kLargestSheetFile
    unknown_kind,         // neither PDF nor ZIP nor XML nor a picture
    pdf_encrypted,        // asks for a password
    pdf_damaged,          // cut or not decodable
    pdf_no_text,          // only pictures, and no characters to be recognised in them
    pdf_no_unicode,       // text that only looks like text: the fonts do not say which characters they draw
    pdf_no_sheet,         // a sound PDF, but not a master account sheet
    pdf_too_long,         // more pages or words than are looked at, and no sheet among those
    zip_encrypted,        // asks for a password
    zip_damaged,          // cut or not decodable
    zip_climbs,           // an entry wants to be written outside of the folder
    zip_too_large,        // unpacks to more than is allowed
    zip_too_many,         // more entries than are allowed
    zip_nested,           // a ZIP inside the ZIP, and no sheet beside it
    zip_no_sheet,         // a sound ZIP without a sheet
    xml_broken,           // not well-formed, or in no known encoding
    xml_not_sheets,       // XML of something else, or an element, attribute or value that is not known
    xml_password,         // a password inside the file
    reader_missing,       // our small reading program cannot be started
    reader_failed,        // it was stopped or ended badly: the file attacked it, or it has a defect
    reader_too_slow,      // it did not end in time
    reader_nonsense,      // its answer did not pass the second look
    recognition_missing,  // a picture, and nothing is installed here that recognises characters
    picture_no_sheet,     // characters were recognised in a picture, but no sheet
    pages_left_out,       // a sheet may stand on a page that was not looked at; `detail` says how many
    pictures_left_out,    // the same of pictures in a ZIP
    cancelled             // a person stopped it; no number
  };
  What what = What::unreadable;
  std::string file;
  int page = 0;  // from 1; 0 when the whole file is meant
  std::string detail;
  bool operator==(const SheetFault&) const = default;
};

std::string_view name_of(SheetFault::What what);
std::optional<SheetFault::What> sheet_fault_named(std::string_view name);

/// The number and the facts (`file` always, `page` and `detail` when known) of a fault.
Answer answer_of(const SheetFault& fault);

}  // namespace onshi
