// SPDX-License-Identifier: GPL-3.0-or-later
#include "probes/sheet/small_readers.h"

#include <fmt/format.h>

#include "probes/sheet/reader_protocol.h"
#include "probes/site/secret.h"

namespace onshi {
namespace {

using What = SheetFault::What;
using reader_protocol::Exit;

constexpr int kLibraryMissing = 127;  // how the system's loader ends

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

ReadFault fault_of(const ProgramResult& result) {
  using End = ProgramResult::End;
  switch (result.end) {
    case End::too_long:
      return {What::reader_too_slow, {}};
    case End::too_much_output:
      return {What::reader_failed, "too_much_output"};
    case End::killed:
      return {What::reader_failed, fmt::format("signal {}", result.status)};
    case End::exited:
      break;
  }
  return {What::reader_failed, fmt::format("status {}", result.status)};
}

bool has_answered(const ProgramResult& result) {
  return result.end == ProgramResult::End::exited && result.status == static_cast<int>(Exit::answered);
}

bool has_no_recognition(const ProgramResult& result) {
  return result.end == ProgramResult::End::exited &&
         (result.status == kLibraryMissing || result.status == static_cast<int>(Exit::no_language));
}

/// What the program said, checked; `parse` is what knows its form.
template <typename Parse>
auto answer_in(Seen<ProgramResult> result, Parse parse)
    -> std::expected<typename decltype(parse(std::string_view{}))::value_type, ReadFault> {
  if (!result) return std::unexpected(ReadFault{what_of(result.error()), result.error().detail});
  // The output may hold a password, so it lives and dies as a secret.
  const Secret output = Secret::take(std::move(result->output));
  if (!has_answered(*result)) return std::unexpected(fault_of(*result));
  auto answer = output.reveal([&](std::string_view lines) { return parse(lines); });
  if (!answer) {
    return std::unexpected(ReadFault{What::reader_nonsense, fmt::format("line {}", answer.error())});
  }
  return std::move(*answer);
}

ProgramTask task_for(const std::filesystem::path& program, const std::string& bytes) {
  ProgramTask task;
  task.program = program;
  task.input = bytes;
  task.output_bytes = reader_protocol::kMostOutput;
  return task;
}

std::filesystem::path picture_reader_beside(const std::filesystem::path& program) {
  return program.parent_path() /
         std::filesystem::path("onshi-picture-reader").replace_extension(program.extension());
}

}  // namespace

std::expected<ReaderAnswer, ReadFault> SmallReaders::words_of_pdf(const std::string& bytes) {
  return answer_in(programs_.run(task_for(program_, bytes), limit_), parse_reader_answer);
}

std::expected<EntriesAnswer, ReadFault> SmallReaders::entries_of_zip(const std::string& bytes) {
  ProgramTask task = task_for(program_, bytes);
  task.output_bytes = reader_protocol::kMostOfEntries;
  return answer_in(programs_.run(task, limit_), parse_entries_answer);
}

std::expected<ReaderAnswer, ReadFault> SmallReaders::words_recognised(const std::string& bytes) {
  ProgramTask task = task_for(picture_reader_beside(program_), bytes);
  task.time = reader_protocol::kPictureTime;
  task.work = reader_protocol::kPictureWork + std::chrono::seconds{1};
  task.memory_bytes = reader_protocol::kPictureMemory;
  auto result = programs_.run(task, limit_);
  const bool missing = result ? has_no_recognition(*result) : what_of(result.error()) == What::reader_missing;
  if (missing) return std::unexpected(ReadFault{What::recognition_missing, {}});
  return answer_in(std::move(result), parse_reader_answer);
}

}  // namespace onshi
