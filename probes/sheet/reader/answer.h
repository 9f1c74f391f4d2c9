// SPDX-License-Identifier: GPL-3.0-or-later
// Collects the lines of the small program's answer (see reader_protocol.h) and keeps to its bounds: what goes
// beyond them is left out, so that a hostile file cannot make the answer grow without end. Owned by main, one
// thread.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace onshi::sheet_reader {

struct Box {
  double left = 0;
  double top = 0;
  double right = 0;
  double bottom = 0;
};

/// Where the characters of a word come from: drawn by a font in the file, by one outside of it, or recognised
/// in a picture.
enum class WordSource { embedded, outside, picture };

class Answer {
 public:
  Answer();

  void fault(std::string_view word, std::string_view detail = {});
  void page(int number, double width, double height);
  void word(const Box& box, WordSource source, std::string_view text);
  void more_pages(int count);

  /// The document has given more words than there is room for.
  [[nodiscard]] bool full() const { return full_; }
  /// The whole answer; nothing may be added afterwards.
  [[nodiscard]] std::string finished() &&;

 private:
  std::string lines_;
  int words_left_;
  std::size_t room_left_;  // bytes of words
  bool full_ = false;
};

}  // namespace onshi::sheet_reader
