// SPDX-License-Identifier: GPL-3.0-or-later
#include "wizard/gui/widgets/banner.h"

#include <algorithm>

#include "wizard/gui/accessible.h"
#include "wizard/gui/child.h"

namespace onshi::gui {

Banner::Banner(wxWindow* parent, const Face& face) : Card(parent, face) {
  const Look& look = face.look;
  word_ = make_child<FlowText>(this, look.strong, look.palette.text);
  title_ = make_child<FlowText>(this, look.verdict, look.palette.text);
  detail_ = make_child<FlowText>(this, look.body, look.palette.text);
  number_label_ = make_child<FlowText>(this, look.note, look.palette.text, face.text("part.number"));
  number_ = make_child<FlowText>(this, look.spoken_number, look.palette.text);
  number_label_->Hide();
}

void Banner::show(const BannerContent& content) {
  if (content == content_) return;
  content_ = content;
  const Palette& palette = face().look.palette;
  colour(back_of(content.mark, palette), colour_of(content.mark, palette), 2);
  const wxString word = face().text(word_of(content.mark));
  word_->say(word);
  word_->SetForegroundColour(colour_of(content.mark, palette));
  title_->say(content.title);
  detail_->say(content.detail);
  number_->say(content.number);
  number_label_->Show(!content.number.empty());
  describe(this, "banner", word + " " + content.title + " " + content.detail + " " + content.number,
           AccessibleRole::alert);
  ask_for_space();
}

int Banner::fit(int width) {
  const int pad = face().look.space;
  const int shape = face().look.verdict.GetPixelSize().GetHeight() * 2;
  const int under = std::max(shape, word_->natural_width());
  const bool numbered = !content_.number.empty();
  const int number_width = numbered ? std::max(number_->natural_width(), number_label_->natural_width()) : 0;
  const int left = pad + under + pad;
  const int right = width - pad - number_width;
  const int inner = std::max(60, right - left - (numbered ? pad : 0));

  const int shape_column = shape + word_->fit(under);
  const int text_column = title_->fit(inner) + detail_->fit(inner) + 2;
  const int number_column = numbered ? number_label_->fit(number_width) + number_->fit(number_width) : 0;
  const int height = std::max({shape_column, text_column, number_column}) + 2 * (pad - 3);

  shape_ = wxRect(pad + (under - shape) / 2, (height - shape_column) / 2, shape, shape);
  word_->place(pad + (under - word_->natural_width()) / 2, shape_.GetBottom() + 1, word_->natural_width());
  const int top = (height - text_column) / 2;
  const int title_height = title_->place(left, top, inner);
  detail_->place(left, top + title_height + 2, inner);
  const int number_top = (height - number_column) / 2;
  const int label_height = number_label_->place(right + number_width - number_label_->natural_width(),
                                                number_top, number_label_->natural_width());
  number_->place(right + number_width - number_->natural_width(), number_top + label_height,
                 number_->natural_width());
  return height;
}

void Banner::paint_on(wxGraphicsContext& canvas) {
  draw_mark(canvas, content_.mark, colour_of(content_.mark, face().look.palette), shape_.x, shape_.y,
            shape_.width);
}

}  // namespace onshi::gui
