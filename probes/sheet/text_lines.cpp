// SPDX-License-Identifier: GPL-3.0-or-later
#include "probes/sheet/text_lines.h"

#include <algorithm>

#include "probes/site/text.h"

namespace onshi {
namespace {

/// Whether `word` stands beside `other`: they overlap by more than half of the lower one.
bool beside(const PageWord& word, const PageWord& other) {
  const double overlap = std::min(word.bottom, other.bottom) - std::max(word.top, other.top);
  return overlap > std::min(word.height(), other.height()) / 2;
}

std::vector<const PageWord*> downwards(const ReadPage& page) {
  std::vector<const PageWord*> words;
  words.reserve(page.words.size());
  for (const PageWord& word : page.words) words.push_back(&word);
  std::stable_sort(words.begin(), words.end(), [](const PageWord* one, const PageWord* other) {
    return one->middle() < other->middle();
  });
  return words;
}

}  // namespace

std::vector<TextLine> text_lines(const ReadPage& page) {
  std::vector<TextLine> lines;
  for (const PageWord* word : downwards(page)) {
    const bool same = !lines.empty() && beside(*word, *lines.back().front().word);
    if (!same) lines.emplace_back();
    lines.back().push_back({word, folded_name(word->text)});
  }
  for (TextLine& line : lines) {
    std::stable_sort(line.begin(), line.end(), [](const LineWord& one, const LineWord& other) {
      return one.word->left < other.word->left;
    });
  }
  return lines;
}

std::string folded_text(const TextLine& line, std::size_t first, std::size_t last) {
  std::string text;
  for (std::size_t index = first; index < last; ++index) text += line[index].folded;
  return text;
}

std::string folded_text(const TextLine& line) { return folded_text(line, 0, line.size()); }

double middle_of(const TextLine& line) { return (top_of(line) + bottom_of(line)) / 2; }

double top_of(const TextLine& line) {
  return std::ranges::min(line, {}, [](const LineWord& each) { return each.word->top; }).word->top;
}

double bottom_of(const TextLine& line) {
  return std::ranges::max(line, {}, [](const LineWord& each) { return each.word->bottom; }).word->bottom;
}

}  // namespace onshi
