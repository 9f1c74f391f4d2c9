// SPDX-License-Identifier: GPL-3.0-or-later
// Recognises Japanese and Latin characters in a picture with Tesseract. Made before the small program
// confines itself, because it opens files; afterwards it works in memory alone. What it says is a guess: a
// person compares every word with the paper. One thread.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "probes/sheet/reader/answer.h"

struct Pix;

namespace tesseract {
class TessBaseAPI;
}

namespace onshi::sheet_reader {

struct FreePicture {
  void operator()(Pix* picture) const;
};
using Picture = std::unique_ptr<Pix, FreePicture>;

struct RecognisedWord {
  Box place;  // in points of the page that page_size() tells
  std::string text;
};

struct PageSize {
  double width = 0;
  double height = 0;
};

class Recogniser {
 public:
  Recogniser();
  Recogniser(const Recogniser&) = delete;
  Recogniser& operator=(const Recogniser&) = delete;
  ~Recogniser();

  /// False when the data for Japanese is not installed.
  [[nodiscard]] bool ready() const { return ready_; }
  /// The words of a picture, set upright and straight first; the longer side is taken for that of A4 paper.
  std::vector<RecognisedWord> words_of(Picture picture);
  /// Of the picture that was recognised last.
  [[nodiscard]] PageSize page_size() const { return page_; }

 private:
  Picture upright(Picture picture);

  std::unique_ptr<tesseract::TessBaseAPI> text_;
  std::unique_ptr<tesseract::TessBaseAPI> direction_;
  PageSize page_;
  bool ready_ = false;
  bool knows_direction_ = false;
};

}  // namespace onshi::sheet_reader
