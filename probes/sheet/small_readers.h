// SPDX-License-Identifier: GPL-3.0-or-later
// The small programs for one input: each document meets a process of its own, and whatever it answers is
// checked before it is used. Blocks; lives as long as the reading of one input, on its thread.
#pragma once

#include <expected>
#include <filesystem>
#include <string>

#include "probes/sheet/reader_answer.h"
#include "probes/world/limit.h"
#include "probes/world/programs.h"

namespace onshi {

class SmallReaders {
 public:
  /// `program` is onshi-sheet-reader; onshi-picture-reader lies beside it.
  SmallReaders(Programs& programs, const Limit& limit, std::filesystem::path program)
      : programs_(programs), limit_(limit), program_(std::move(program)) {}

  std::expected<ReaderAnswer, ReadFault> words_of_pdf(const std::string& bytes);
  std::expected<EntriesAnswer, ReadFault> entries_of_zip(const std::string& bytes);
  /// Of a picture, or of a PDF that consists of pictures.
  std::expected<ReaderAnswer, ReadFault> words_recognised(const std::string& bytes);

 private:
  Programs& programs_;
  const Limit& limit_;
  std::filesystem::path program_;
};

}  // namespace onshi
