// SPDX-License-Identifier: GPL-3.0-or-later
#include "wizard/gui/widgets/banner.h"

#include <algorithm>

#include "wizard/gui/accessible.h"
#include "wizard/gui/child.h"

namespace onshi::gui {
namespace {

constexpr int kReadable = 11;  // letters of the title that a line should hold at least

}  // namespace

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

/// The mark and its word stand left, the number right, the sentences between them, or under both when the
/// room between is too narrow for reading.
int Banner::fit(int width) {
  const Look& look = face().look;
  const int pad = look.space;
  const int shape = look.verdict.GetPixelSize().GetHeight() * 2;
  const int under = std::max(shape, word_->natural_width());
  const bool numbered = !content_.number.empty();
  const int number_width = numbered ? std::max(number_->natural_width(), number_label_->natural_width()) : 0;
  const int right = width - pad - number_width;
  const int between = right - (numbered ? pad : 0) - (pad + under + pad);
  const bool stacked = between < kReadable * look.verdict.GetPixelSize().GetHeight();
  const int left = stacked ? pad : pad + under + pad;
  const int inner = std::max(60, stacked ? width - 2 * pad : between);

  const int mark_height = shape + word_->fit(under);
  const int text_height = title_->fit(inner) + detail_->fit(inner) + 2;
  const int number_height = numbered ? number_label_->fit(number_width) + number_->fit(number_width) : 0;
  const int sides = std::max(mark_height, number_height);
  const int edge = pad - 3;
  const int inside = stacked ? sides + edge / 2 + text_height : std::max(sides, text_height);
  const int beside = stacked ? sides : inside;

  place_mark(pad, edge + (beside - mark_height) / 2, under, shape);
  place_text(left, stacked ? edge + sides + edge / 2 : edge + (inside - text_height) / 2, inner);
  place_number(right, edge + (beside - number_height) / 2, number_width);
  return inside + 2 * edge;
}

void Banner::place_mark(int left, int top, int width, int shape) {
  shape_ = wxRect(left + (width - shape) / 2, top, shape, shape);
  word_->place(left + (width - word_->natural_width()) / 2, shape_.GetBottom() + 1, word_->natural_width());
}

void Banner::place_text(int left, int top, int width) {
  const int title_height = title_->place(left, top, width);
  detail_->place(left, top + title_height + 2, width);
}

void Banner::place_number(int left, int top, int width) {
  const int label = number_label_->natural_width();
  const int label_height = number_label_->place(left + width - label, top, label);
  const int number = number_->natural_width();
  number_->place(left + width - number, top + label_height, number);
}

void Banner::paint_on(wxGraphicsContext& canvas) {
  draw_mark(canvas, content_.mark, colour_of(content_.mark, face().look.palette), shape_.x, shape_.y,
            shape_.width);
}

}  // namespace onshi::gui
