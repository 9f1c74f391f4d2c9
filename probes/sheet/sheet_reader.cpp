// SPDX-License-Identifier: GPL-3.0-or-later
#include "probes/sheet/sheet_reader.h"

#include <algorithm>

#include <fmt/format.h>

#include "probes/sheet/cp932.h"
#include "probes/sheet/document_sheets.h"
#include "probes/sheet/file_kind.h"
#include "probes/sheet/reader_answer.h"
#include "probes/sheet/reader_protocol.h"
#include "probes/sheet/sheet_xml.h"
#include "probes/site/small_file.h"
#include "probes/site/text.h"
#include "probes/world/this_program.h"

namespace onshi {
namespace {

using What = SheetFault::What;

What what_of(const CannotSee& trouble) {
  switch (trouble.why) {
    case CannotSee::Why::cancelled:
      return What::cancelled;
    case CannotSee::Why::timeout:
      return What::reader_too_slow;
    case CannotSee::Why::not_here:
    case CannotSee::Why::refused:
    case CannotSee::Why::not_supported:
      return What::reader_missing;
    case CannotSee::Why::failed:
      break;
  }
  return What::reader_failed;
}

std::expected<ReaderAnswer, ReadFault> answer_in(ProgramResult& result) {
  using End = ProgramResult::End;
  // The output may hold a password, so it lives and dies as a secret.
  const Secret output = Secret::take(std::move(result.output));
  if (result.end == End::too_long) return std::unexpected(ReadFault{What::reader_too_slow, {}});
  if (result.end == End::too_much_output) {
    return std::unexpected(ReadFault{What::reader_failed, "too_much_output"});
  }
  if (result.end == End::killed) {
    return std::unexpected(ReadFault{What::reader_failed, fmt::format("signal {}", result.status)});
  }
  if (result.status != 0) {
    return std::unexpected(ReadFault{What::reader_failed, fmt::format("status {}", result.status)});
  }
  auto answer = output.reveal([](std::string_view lines) { return parse_reader_answer(lines); });
  if (!answer) {
    return std::unexpected(ReadFault{What::reader_nonsense, fmt::format("line {}", answer.error())});
  }
  return std::move(*answer);
}

SheetReading only_fault(What what, const std::string& file, std::string detail = {}) {
  return {{}, {SheetFault{what, file, 0, std::move(detail)}}};
}

SheetReading read_with_program(Programs& programs, const SheetInput& input, const Limit& limit,
                               const std::filesystem::path& program) {
  ProgramTask task;
  task.program = program;
  task.input = input.bytes;
  task.output_bytes = reader_protocol::kMostOutput;
  auto result = programs.run(task, limit);
  if (!result) return only_fault(what_of(result.error()), input.file, result.error().detail);
  auto answer = answer_in(*result);
  if (!answer) return only_fault(answer.error().what, input.file, answer.error().detail);
  SheetReading reading = reading_from(*answer, input.file, kind_of_file(input.bytes) == FileKind::zip);
  forget(*answer);
  return reading;
}

SheetReading read_xml(const SheetInput& input) {
  SheetReading reading;
  add_xml_sheets(input.bytes, input.file, reading);
  return reading;
}

SheetFault fault_of(const FileFault& fault, const std::string& name) {
  const bool large = fault.what == FileFault::What::too_large;
  return {large ? What::too_large : What::unreadable, name, 0,
          large ? std::string{} : std::string(name_of(fault.what))};
}

Finding finding_of(const std::string& subject, Answer answer) {
  constexpr auto question = FindingNumber::sheet_file;
  const FindingNumber number = answer.cause.value_or(question);
  return {"sheet.file", subject, question, number, answer.verdict, std::move(answer.facts), {}, {}, {}};
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
  switch (kind_of_file(input.bytes)) {
    case FileKind::xml:
      return read_xml(input);
    case FileKind::pdf:
    case FileKind::zip:
      return read_with_program(programs, input, limit, program);
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
  return all;
}

std::vector<Finding> findings_of(const SheetReading& reading) {
  std::vector<Finding> findings;
  findings.reserve(reading.sheets.size() + reading.faults.size());
  for (const SheetWithPassword& read : reading.sheets) {
    findings.push_back(finding_of(read.sheet.file, answer_of(read.sheet)));
  }
  for (const SheetFault& fault : reading.faults) findings.push_back(finding_of(fault.file, answer_of(fault)));
  return findings;
}

}  // namespace onshi
