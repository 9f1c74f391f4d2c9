// SPDX-License-Identifier: GPL-3.0-or-later
// The small program's answer, read with suspicion: whatever it sent may have been written by a hostile file
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

struct ReadDocument {
  std::string name;  // empty for the input itself, else the entry of the ZIP, printable UTF-8
  std::optional<ReadFault> fault;
  std::vector<ReadPage> pages;
  std::string xml;
  int pages_left_out = 0;
};

struct ReaderAnswer {
  std::optional<ReadFault> fault;  // of the whole input
  std::vector<ReadDocument> documents;
};

/// The answer, or the first line that is missing or cannot be right (counted from 1).
std::expected<ReaderAnswer, int> parse_reader_answer(std::string_view lines);

/// Wipes every word, since one of them may be a password.
void forget(ReaderAnswer& answer);

}  // namespace onshi
