// SPDX-License-Identifier: GPL-3.0-or-later
#include "probes/sheet/sheet_reader.h"

#include <algorithm>

#include <fmt/format.h>

#include "probes/sheet/cp932.h"
#include "probes/sheet/document_sheets.h"
#include "probes/sheet/file_kind.h"
#include "probes/sheet/reader_protocol.h"
#include "probes/sheet/sheet_confirmed_check.h"
#include "probes/sheet/small_readers.h"
#include "probes/site/small_file.h"
#include "probes/site/text.h"
#include "probes/world/this_program.h"

namespace onshi {
namespace {

using What = SheetFault::What;

SheetReading only_fault(What what, const std::string& file, std::string detail = {}) {
  return {{}, {SheetFault{what, file, 0, std::move(detail)}}};
}

SheetReading reading_of(std::expected<ReaderAnswer, ReadFault> answer, const std::string& file) {
  if (!answer) return only_fault(answer.error().what, file, std::move(answer.error().detail));
  SheetReading reading = reading_from(*answer, file);
  forget(*answer);
  return reading;
}

/// Only a picture is in it: either nothing else, or what a scanner made of it, where we may do better.
bool is_picture_alone(const SheetReading& reading) {
  return std::ranges::any_of(reading.faults, [](const SheetFault& fault) {
    return fault.what == What::pdf_no_text || fault.what == What::picture_no_sheet;
  });
}

/// The entries of one ZIP, each in a process of its own. Recognising characters is slow and a guess, so
/// pictures are looked at only while the sheets of both environments are not found otherwise.
class ZipReader {
 public:
  ZipReader(SmallReaders& readers, const std::string& file) : readers_(readers), file_(file) {}

  SheetReading read(const std::vector<ReadEntry>& entries) {
    for (const ReadEntry& entry : entries) read_text(entry);
    for (const ReadEntry* picture : pictures_) read_picture(*picture);
    if (left_out_ > 0) add(only_fault(What::pictures_left_out, file_, std::to_string(left_out_)));
    settle_zip(file_, reading_);
    return std::move(reading_);
  }

 private:
  [[nodiscard]] std::string name_of(const ReadEntry& entry) const { return file_ + "/" + entry.name; }

  void read_text(const ReadEntry& entry) {
    switch (kind_of_file(entry.bytes)) {
      case FileKind::pdf:
        return take_text(entry, reading_of(readers_.words_of_pdf(entry.bytes), name_of(entry)));
      case FileKind::xml:
        return add(entry.bytes.size() > reader_protocol::kMostXml
                       ? only_fault(What::too_large, name_of(entry))
                       : xml_reading(entry.bytes, name_of(entry)));
      case FileKind::zip:
        return add(only_fault(What::zip_nested, name_of(entry), entry.name));
      case FileKind::picture:
        return pictures_.push_back(&entry);
      case FileKind::other:
        break;  // a note beside the sheets
    }
  }

  void take_text(const ReadEntry& entry, SheetReading reading) {
    if (is_picture_alone(reading)) {
      pictures_.push_back(&entry);
    } else {
      add(std::move(reading));
    }
  }

  void read_picture(const ReadEntry& entry) {
    if (reading_.sheets.size() >= kSheetsOfOneClinic) return;
    if (recognised_ == kMostRecognised) {
      ++left_out_;
      return;
    }
    ++recognised_;
    SheetReading one = reading_of(readers_.words_recognised(entry.bytes), name_of(entry));
    const bool lone_picture = kind_of_file(entry.bytes) == FileKind::picture;
    if (lone_picture && !reading_.sheets.empty()) one.faults.clear();  // such as a logo
    add(std::move(one));
    merge_scans(reading_);
  }

  void add(SheetReading one) {
    std::ranges::move(one.sheets, std::back_inserter(reading_.sheets));
    std::ranges::move(one.faults, std::back_inserter(reading_.faults));
  }

  static constexpr std::size_t kSheetsOfOneClinic = 2;
  static constexpr int kMostRecognised = 6;

  SmallReaders& readers_;
  const std::string& file_;
  SheetReading reading_;
  std::vector<const ReadEntry*> pictures_;
  int recognised_ = 0;
  int left_out_ = 0;
};

SheetReading read_zip(SmallReaders& readers, const SheetInput& input) {
  auto answer = readers.entries_of_zip(input.bytes);
  if (!answer) return only_fault(answer.error().what, input.file, answer.error().detail);
  if (answer->fault) return only_fault(answer->fault->what, input.file, answer->fault->detail);
  return ZipReader(readers, input.file).read(answer->entries);
}

SheetReading read_pdf(SmallReaders& readers, const SheetInput& input) {
  SheetReading reading = reading_of(readers.words_of_pdf(input.bytes), input.file);
  return is_picture_alone(reading) ? reading_of(readers.words_recognised(input.bytes), input.file) : reading;
}

SheetFault fault_of(const FileFault& fault, const std::string& name) {
  const bool large = fault.what == FileFault::What::too_large;
  return {large ? What::too_large : What::unreadable, name, 0,
          large ? std::string{} : std::string(name_of(fault.what))};
}

struct Row {
  std::string_view check;
  FindingNumber question;
};
constexpr Row kFileRow{"sheet.file", FindingNumber::sheet_file};
constexpr Row kConfirmedRow{"sheet.confirmed", kConfirmedQuestion};

Finding finding_of(const Row& row, const std::string& subject, Answer answer) {
  const FindingNumber number = answer.cause.value_or(row.question);
  return {std::string(row.check),  subject, row.question, number, answer.verdict,
          std::move(answer.facts), {},      {},           {}};
}

/// As people see it; a name in an old encoding is read as Windows wrote it.
std::string shown_name(const std::filesystem::path& path) {
  const std::u8string name = path.filename().u8string();
  std::string bytes(name.begin(), name.end());
  return is_valid_utf8(bytes) ? bytes : utf8_from_cp932(bytes).value_or("?");
}

Answer answer_of(const MasterAccountSheet& sheet) {
  Facts facts{{"file", sheet.file}};
  if (sheet.page > 0) facts.add("page", sheet.page);
  if (sheet.environment) facts.add("environment", std::string(name_of(*sheet.environment)));
  return good(std::move(facts));
}

}  // namespace

std::filesystem::path sheet_reader_program() {
  const std::filesystem::path self = this_program();
  const std::filesystem::path name =
      std::filesystem::path("onshi-sheet-reader").replace_extension(self.extension());
  const std::filesystem::path beside = self.parent_path() / name;
  const std::filesystem::path installed = self.parent_path().parent_path() / "lib" / "onshi-setup" / name;
  std::error_code trouble;
  return std::filesystem::exists(installed, trouble) ? installed : beside;
}

std::expected<SheetInput, SheetFault> load_sheet_file(const std::filesystem::path& file) {
  std::string name = shown_name(file);
  auto bytes = read_small_file(file, kLargestSheetFile);
  if (!bytes) return std::unexpected(fault_of(bytes.error(), name));
  return SheetInput{std::move(name), std::move(*bytes)};
}

SheetReading read_sheets(Programs& programs, const SheetInput& input, const Limit& limit,
                         const std::filesystem::path& program) {
  if (input.bytes.empty()) return only_fault(What::empty, input.file);
  if (input.bytes.size() > kLargestSheetFile) return only_fault(What::too_large, input.file);
  SmallReaders readers(programs, limit, program);
  switch (kind_of_file(input.bytes)) {
    case FileKind::xml:
      return xml_reading(input.bytes, input.file);
    case FileKind::pdf:
      return read_pdf(readers, input);
    case FileKind::zip:
      return read_zip(readers, input);
    case FileKind::picture:
      return reading_of(readers.words_recognised(input.bytes), input.file);
    case FileKind::other:
      break;
  }
  return only_fault(What::unknown_kind, input.file);
}

SheetReading read_sheets(Programs& programs, std::span<const SheetInput> inputs, const Limit& limit,
                         const std::filesystem::path& program) {
  SheetReading all;
  for (const SheetInput& input : inputs) {
    SheetReading one = limit.cancelled() ? only_fault(What::cancelled, input.file)
                                         : read_sheets(programs, input, limit, program);
    std::ranges::move(one.sheets, std::back_inserter(all.sheets));
    std::ranges::move(one.faults, std::back_inserter(all.faults));
  }
  merge_scans(all);
  settle_left_out(all);
  return all;
}

std::vector<Finding> findings_of(const SheetReading& reading) {
  std::vector<Finding> findings;
  findings.reserve(reading.sheets.size() + reading.faults.size());
  for (const SheetWithPassword& read : reading.sheets) {
    findings.push_back(finding_of(kFileRow, read.sheet.file, answer_of(read.sheet)));
    if (read.sheet.unconfirmed.empty()) continue;
    findings.push_back(finding_of(kConfirmedRow, read.sheet.file, confirmation_of(read.sheet)));
  }
  for (const SheetFault& fault : reading.faults) {
    findings.push_back(finding_of(kFileRow, fault.file, answer_of(fault)));
  }
  return findings;
}

}  // namespace onshi
