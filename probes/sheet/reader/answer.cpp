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

/// The last part of a path that is too long, which tells more than the first.
std::string_view end_of(std::string_view name) {
  if (name.size() <= reader_protocol::kLongestName) return name;
  name.remove_prefix(name.size() - reader_protocol::kLongestName);
  while (name.size() > 1 && continues_character(name.front())) name.remove_prefix(1);
  return name;
}

bool is_control(unsigned char byte, unsigned char before) {
  return byte < 0x20 || byte == 0x7F || (before == 0xC2 && byte >= 0x80 && byte < 0xA0);
}

/// The name of a ZIP's entry as its parent takes it: no longer than that, and without control characters.
std::string name_line(std::string_view name) {
  std::string shown(name.empty() ? "?" : end_of(name));
  unsigned char before = 0;
  for (char& character : shown) {
    const auto byte = static_cast<unsigned char>(character);
    if (is_control(byte, before)) character = byte < 0x80 ? '?' : '\xA0';  // U+00A0, a space
    before = byte;
  }
  return escaped(shown);
}

}  // namespace

Answer::Answer()
    : lines_(fmt::format("{}\n", reader_protocol::kFirstLine)),
      words_left_(reader_protocol::kMostWords),
      room_left_(reader_protocol::kMostOfDocument) {}

void Answer::document(std::string_view name) {
  lines_ += fmt::format("document {}\n", name_line(name));
  words_left_ = reader_protocol::kMostWords;
  room_left_ = reader_protocol::kMostOfDocument;
  full_ = false;
}

void Answer::fault(std::string_view word, std::string_view detail) {
  lines_ += fmt::format("fault {} {}\n", word, detail.empty() ? "-" : name_line(detail));
}

void Answer::page(int number, double width, double height) {
  lines_ += fmt::format("page {} {:.2f} {:.2f}\n", number, within_reach(width), within_reach(height));
}

void Answer::word(const Box& box, bool embedded, std::string_view text) {
  if (full_ || !is_box(box)) return;
  const std::string line =
      fmt::format("word {:.2f} {:.2f} {:.2f} {:.2f} {} {}\n", box.left, box.top, box.right, box.bottom,
                  embedded ? "embedded" : "outside", escaped(beginning_of(text)));
  full_ = words_left_ == 0 || line.size() > room_left_;
  if (full_) return;
  --words_left_;
  room_left_ -= line.size();
  lines_ += line;
}

void Answer::xml(std::string_view bytes) { lines_ += fmt::format("xml {}\n", escaped(bytes)); }

void Answer::more_pages(int count) { lines_ += fmt::format("more {}\n", count); }

std::string Answer::finished() && {
  lines_ += "end\n";
  return std::move(lines_);
}

}  // namespace onshi::sheet_reader
