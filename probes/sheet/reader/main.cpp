// SPDX-License-Identifier: GPL-3.0-or-later
// onshi-sheet-reader: the bytes of a PDF on standard input, words with boxes on standard output; or those of
// a ZIP, and its entries. Started by read_sheets only; it takes no arguments and confines itself before it
// reads the first byte.
#include <clocale>

#include "probes/sheet/reader/read_input.h"
#include "probes/sheet/reader/small_program.h"
#include "probes/sheet/reader/warm_conversions.h"

int main(int count, char**) {
  using onshi::reader_protocol::Exit;
  using onshi::sheet_reader::leave;
  if (count != 1) leave(Exit::usage);
  std::setlocale(LC_CTYPE, "C.UTF-8");  // so that names of ZIP entries marked as UTF-8 come through
  const onshi::sheet_reader::WarmConversions conversions;
  if (!conversions.good()) leave(Exit::not_prepared);
  if (!onshi::confine_self(onshi::sheet_reader::confinement())) leave(Exit::not_confined);
  leave(onshi::sheet_reader::answer_standard_input(onshi::sheet_reader::answer_to));
}
