// SPDX-License-Identifier: GPL-3.0-or-later
// onshi-picture-reader: the bytes of a picture, or of a PDF that consists of pictures, on standard input; the
// words that are recognised in it on standard output. Started by read_sheets only; it takes no arguments,
// loads what it needs to recognise Japanese and confines itself before it reads the first byte.
#include <clocale>

#include "probes/sheet/reader/picture_input.h"
#include "probes/sheet/reader/small_program.h"
#include "probes/sheet/reader/warm_conversions.h"

int main(int count, char**) {
  using onshi::reader_protocol::Exit;
  using onshi::sheet_reader::leave;
  if (count != 1) leave(Exit::usage);
  std::setlocale(LC_ALL, "C");  // the language data is read with points, not commas
  const onshi::sheet_reader::WarmConversions conversions;
  if (!conversions.good()) leave(Exit::not_prepared);
  onshi::sheet_reader::Recogniser recogniser;
  if (!recogniser.ready()) leave(Exit::no_language);
  if (!onshi::confine_self(onshi::sheet_reader::picture_confinement())) leave(Exit::not_confined);
  leave(onshi::sheet_reader::answer_standard_input([&recogniser](std::string bytes) {
    return onshi::sheet_reader::picture_answer_to(std::move(bytes), recogniser);
  }));
}
