// SPDX-License-Identifier: GPL-3.0-or-later
#include "probes/sheet/reader/answer.h"

#include <iterator>

#include <fmt/format.h>

#include "probes/sheet/reader_protocol.h"

namespace onshi::sheet_reader {

using reader_protocol::escaped;

Answer::Answer()
    : lines_(fmt::format("{}\n", reader_protocol::kFirstLine)), words_left_(reader_protocol::kMostWords) {}

void Answer::document(std::string_view name) { lines_ += fmt::format("document {}\n", escaped(name)); }

void Answer::fault(std::string_view word, std::string_view detail) {
  lines_ += fmt::format("fault {} {}\n", word, detail.empty() ? "-" : escaped(detail));
}

void Answer::page(int number, double width, double height) {
  lines_ += fmt::format("page {} {:.2f} {:.2f}\n", number, width, height);
}

void Answer::word(const Box& box, bool embedded, std::string_view text) {
  if (full()) return;
  --words_left_;
  fmt::format_to(std::back_inserter(lines_), "word {:.2f} {:.2f} {:.2f} {:.2f} {} {}\n", box.left, box.top,
                 box.right, box.bottom, embedded ? "embedded" : "outside", escaped(text));
}

void Answer::xml(std::string_view bytes) { lines_ += fmt::format("xml {}\n", escaped(bytes)); }

void Answer::more_pages(int count) { lines_ += fmt::format("more {}\n", count); }

std::string Answer::finished() && {
  lines_ += "end\n";
  return std::move(lines_);
}

}  // namespace onshi::sheet_reader
