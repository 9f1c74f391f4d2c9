// SPDX-License-Identifier: GPL-3.0-or-later
// Which words of a PDF's page a person sees. A scanner's program lays invisible text over the picture of the
// paper; poppler tells its words like any others. A page is drawn twice, with soft and with hard letters:
// where both drawings are the same although something stands there, that is a picture. Only for the small
// program; one thread.
#pragma once

#include <poppler-image.h>
#include <poppler-page.h>

namespace onshi::sheet_reader {

class VisibleText {
 public:
  explicit VisibleText(const poppler::page& page);

  /// Nothing but a picture is seen in this place, which is where the words of `page` stand.
  [[nodiscard]] bool is_picture(const poppler::rectf& place) const;

 private:
  poppler::image soft_;
  poppler::image hard_;
  double scale_ = 0;  // dots for a point; 0 when it could not be drawn
};

}  // namespace onshi::sheet_reader
