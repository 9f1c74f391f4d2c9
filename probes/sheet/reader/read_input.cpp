// SPDX-License-Identifier: GPL-3.0-or-later
#include "probes/sheet/reader/read_input.h"

#include "probes/sheet/file_kind.h"
#include "probes/sheet/reader/answer.h"
#include "probes/sheet/reader/pdf_words.h"
#include "probes/sheet/reader/zip_entries.h"
#include "probes/sheet/reader_protocol.h"

namespace onshi::sheet_reader {
namespace {

void add_xml(const std::string& bytes, Answer& answer) {
  if (bytes.size() > reader_protocol::kMostXml) return answer.fault("too_large");
  answer.xml(bytes);
}

void add_entry(ZipEntry& entry, Answer& answer) {
  const FileKind kind = kind_of_file(entry.bytes);
  if (kind == FileKind::other) return;  // a picture or a note beside the sheets
  answer.document(entry.name);
  if (kind == FileKind::pdf) add_pdf_words(entry.bytes, answer);
  if (kind == FileKind::xml) add_xml(entry.bytes, answer);
  if (kind == FileKind::zip) answer.fault("zip_nested", entry.name);
}

void add_zip(const std::string& bytes, Answer& answer) {
  auto entries = unpack_zip(bytes);
  if (!entries) return answer.fault(entries.error().word, entries.error().detail);
  for (ZipEntry& entry : *entries) add_entry(entry, answer);
}

}  // namespace

Confinement confinement() { return {.readable = {"/usr/share/poppler"}}; }

std::string answer_to(std::string bytes) {
  Answer answer;
  switch (kind_of_file(bytes)) {
    case FileKind::zip:
      add_zip(bytes, answer);
      break;
    case FileKind::pdf:
      answer.document(reader_protocol::kWholeInput);
      add_pdf_words(bytes, answer);
      break;
    default:
      answer.fault("unknown_kind");
  }
  return std::move(answer).finished();
}

}  // namespace onshi::sheet_reader
