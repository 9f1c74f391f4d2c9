// SPDX-License-Identifier: GPL-3.0-or-later
// A small program's answer, read with suspicion: whatever it sent may have been written by a hostile file
// that took it over. Every line, number, count and character is checked before anything is used. Plain
// values, any thread.
#pragma once

#include <expected>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "probes/sheet/sheet_fault.h"

namespace onshi {

struct PageWord {
  double left = 0;  // points from the left and upper edge of the page
  double top = 0;
  double right = 0;
  double bottom = 0;
  bool embedded = false;  // in an embedded font, so the characters are the drawn ones
  std::string text;       // valid UTF-8 without control characters
  bool pictured = false;  // recognised in a picture, by us or by a scanner, so the characters are a guess

  [[nodiscard]] double middle() const { return (top + bottom) / 2; }
  [[nodiscard]] double height() const { return bottom - top; }
};

struct ReadPage {
  int number = 1;
  std::vector<PageWord> words;
};

struct ReadFault {
  SheetFault::What what = SheetFault::What::reader_nonsense;
  std::string detail;
};

/// What a PDF or a picture holds.
struct ReaderAnswer {
  std::optional<ReadFault> fault;
  std::vector<ReadPage> pages;
  int pages_left_out = 0;
};

/// The answer, or the first line that is missing or cannot be right (counted from 1).
std::expected<ReaderAnswer, int> parse_reader_answer(std::string_view lines);

/// Wipes every word, since one of them may be a password.
void forget(ReaderAnswer& answer);

struct ReadEntry {
  std::string name;  // printable UTF-8
  std::string bytes;
};

/// What a ZIP holds.
struct EntriesAnswer {
  std::optional<ReadFault> fault;
  std::vector<ReadEntry> entries;
};

/// The entries, or the first line that cannot be right (counted from 1; an entry's bytes are part of its
/// line).
std::expected<EntriesAnswer, int> parse_entries_answer(std::string_view lines);

}  // namespace onshi
