// SPDX-License-Identifier: GPL-3.0-or-later
#include "probes/sheet/reader/read_input.h"

#include "probes/sheet/file_kind.h"
#include "probes/sheet/reader/answer.h"
#include "probes/sheet/reader/entries_answer.h"
#include "probes/sheet/reader/pdf_words.h"

namespace onshi::sheet_reader {

Confinement confinement() { return {.readable = {"/usr/share/poppler"}}; }

std::string answer_to(std::string bytes) {
  const FileKind kind = kind_of_file(bytes);
  if (kind == FileKind::zip) return entries_answer(bytes);
  Answer answer;
  if (kind == FileKind::pdf) {
    add_pdf_words(bytes, answer);
  } else {
    answer.fault("unknown_kind");
  }
  return std::move(answer).finished();
}

}  // namespace onshi::sheet_reader
