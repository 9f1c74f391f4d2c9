// SPDX-License-Identifier: GPL-3.0-or-later
// Collects the lines of the small program's answer (see reader_protocol.h) and stops taking words when there
// are too many, so that a hostile file cannot make it grow without end. Owned by main, one thread.
#pragma once

#include <string>
#include <string_view>

namespace onshi::sheet_reader {

struct Box {
  double left = 0;
  double top = 0;
  double right = 0;
  double bottom = 0;
};

class Answer {
 public:
  Answer();

  void document(std::string_view name);
  void fault(std::string_view word, std::string_view detail = {});
  void page(int number, double width, double height);
  void word(const Box& box, bool embedded, std::string_view text);
  void xml(std::string_view bytes);
  void more_pages(int count);

  [[nodiscard]] bool full() const { return words_left_ <= 0; }
  /// The whole answer; nothing may be added afterwards.
  [[nodiscard]] std::string finished() &&;

 private:
  std::string lines_;
  int words_left_;
};

}  // namespace onshi::sheet_reader
