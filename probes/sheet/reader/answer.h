// SPDX-License-Identifier: GPL-3.0-or-later
// Collects the lines of the small program's answer (see reader_protocol.h) and keeps to its bounds: what goes
// beyond them in one document is left out, so that a hostile file can neither make the answer grow without
// end nor spoil the documents beside it. Owned by main, one thread.
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

class Answer {
 public:
  Answer();

  void document(std::string_view name);
  void fault(std::string_view word, std::string_view detail = {});
  void page(int number, double width, double height);
  void word(const Box& box, bool embedded, std::string_view text);
  void xml(std::string_view bytes);
  void more_pages(int count);

  /// The current document has given more words than there is room for.
  [[nodiscard]] bool full() const { return full_; }
  /// The whole answer; nothing may be added afterwards.
  [[nodiscard]] std::string finished() &&;

 private:
  std::string lines_;
  int words_left_;
  std::size_t room_left_;  // bytes of the current document's words
  bool full_ = false;
};

}  // namespace onshi::sheet_reader
