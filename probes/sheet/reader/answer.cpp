// SPDX-License-Identifier: GPL-3.0-or-later
#include "probes/sheet/reader/answer.h"

#include <cmath>

#include <fmt/format.h>

#include "probes/sheet/reader_protocol.h"

namespace onshi::sheet_reader {

namespace {

using reader_protocol::escaped;
using reader_protocol::kFarthest;

/// A PDF may place a word anywhere, also nowhere (not a number); no sheet has one outside of every page.
bool is_place(double points) { return std::abs(points) <= kFarthest; }

bool is_box(const Box& box) {
  return is_place(box.left) && is_place(box.top) && is_place(box.right) && is_place(box.bottom) &&
         box.left <= box.right && box.top <= box.bottom;
}

double within_reach(double points) { return is_place(points) ? points : 0; }

bool continues_character(char byte) { return (static_cast<unsigned char>(byte) & 0xC0U) == 0x80U; }

/// Cut between two characters of UTF-8.
std::string_view beginning_of(std::string_view text) {
  if (text.size() <= reader_protocol::kLongestWord) return text;
  std::size_t end = reader_protocol::kLongestWord;
  while (end > 0 && continues_character(text[end])) --end;
  return text.substr(0, end);
}

std::string_view word_of(WordSource source) {
  switch (source) {
    case WordSource::embedded:
      return "embedded";
    case WordSource::picture:
      return "picture";
    case WordSource::outside:
      break;
  }
  return "outside";
}

}  // namespace

Answer::Answer()
    : lines_(fmt::format("{}\n", reader_protocol::kFirstLine)),
      words_left_(reader_protocol::kMostWords),
      room_left_(reader_protocol::kMostOfDocument) {}

void Answer::fault(std::string_view word, std::string_view detail) {
  lines_ += fmt::format("fault {} {}\n", word, detail.empty() ? "-" : escaped(detail));
}

void Answer::page(int number, double width, double height) {
  lines_ += fmt::format("page {} {:.2f} {:.2f}\n", number, within_reach(width), within_reach(height));
}

void Answer::word(const Box& box, WordSource source, std::string_view text) {
  if (full_ || !is_box(box)) return;
  const std::string line = fmt::format("word {:.2f} {:.2f} {:.2f} {:.2f} {} {}\n", box.left, box.top,
                                       box.right, box.bottom, word_of(source), escaped(beginning_of(text)));
  full_ = words_left_ == 0 || line.size() > room_left_;
  if (full_) return;
  --words_left_;
  room_left_ -= line.size();
  lines_ += line;
}

void Answer::more_pages(int count) { lines_ += fmt::format("more {}\n", count); }

std::string Answer::finished() && {
  lines_ += "end\n";
  return std::move(lines_);
}

}  // namespace onshi::sheet_reader
