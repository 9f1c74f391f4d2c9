// SPDX-License-Identifier: GPL-3.0-or-later
// The words of a page gathered into lines, from top to bottom and from left to right, each with its folded
// text beside the text as it stands. Points into the page, which must live longer. Plain values, any thread.
#pragma once

#include <string>
#include <vector>

#include "probes/sheet/reader_answer.h"

namespace onshi {

struct LineWord {
  const PageWord* word = nullptr;
  std::string folded;  // for comparing with labels, never for a password
};

using TextLine = std::vector<LineWord>;  // never empty

std::vector<TextLine> text_lines(const ReadPage& page);

/// The folded text of words `first` to before `last`, without anything between them.
std::string folded_text(const TextLine& line, std::size_t first, std::size_t last);
std::string folded_text(const TextLine& line);

double middle_of(const TextLine& line);
double top_of(const TextLine& line);
double bottom_of(const TextLine& line);

}  // namespace onshi
