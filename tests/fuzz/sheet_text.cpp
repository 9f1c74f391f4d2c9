// SPDX-License-Identifier: GPL-3.0-or-later
// What the small program answers about a document, as a hostile document might make it answer.
#include <algorithm>

#include "probes/sheet/document_sheets.h"
#include "probes/sheet/reader_answer.h"
#include "tests/fuzz/target.h"

using namespace onshi;
using onshi::fuzz::promise;

namespace {

bool is_printable_ascii(std::string_view text) {
  return std::ranges::all_of(text, [](char character) { return character >= ' ' && character < 0x7f; });
}

void look_at(const SheetWithPassword& found) {
  promise(is_printable_ascii(found.sheet.master_user_id), "an id is printable ASCII");
  promise(is_printable_ascii(found.sheet.reset_user_id), "an id is printable ASCII");
  found.password.reveal([](std::string_view password) {
    promise(is_printable_ascii(password), "a password that was read is printable ASCII");
  });
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const auto lines = onshi::fuzz::text_of(data, size);
  auto answer = parse_reader_answer(lines);
  if (answer) {
    const SheetReading reading = reading_from(*answer, "sheet.pdf");
    for (const SheetWithPassword& found : reading.sheets) look_at(found);
    promise(!reading.sheets.empty() || !reading.faults.empty(), "no sheet is never without a fault");
    forget(*answer);
  } else {
    promise(answer.error() >= 1, "lines are counted from 1");
  }
  const auto entries = parse_entries_answer(lines);
  promise(entries || entries.error() >= 1, "lines are counted from 1");
  promise(!answer || !entries, "an answer is either of a document or of a ZIP");
  return 0;
}
