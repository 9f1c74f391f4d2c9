// SPDX-License-Identifier: GPL-3.0-or-later
#include "wizard/gui/widgets/news_bar.h"

#include "wizard/gui/accessible.h"
#include "wizard/gui/child.h"

namespace onshi::gui {

NewsBar::NewsBar(wxWindow* parent, const Face& face) : Card(parent, face) {
  const Palette& palette = face.look.palette;
  colour(palette.accent_back, palette.accent, 1);
  text_ = make_child<FlowText>(this, face.look.body, palette.text);
  Hide();
}

void NewsBar::show(Mark mark, const wxString& sentence) {
  if (mark == mark_ && sentence == text_->said()) return;
  mark_ = mark;
  text_->say(sentence);
  Show(!sentence.empty());
  if (!sentence.empty()) describe(this, "news", sentence, AccessibleRole::alert);
  Refresh();
  ask_for_space();
}

int NewsBar::fit(int width) {
  const int side = face().look.body.GetPixelSize().GetHeight();
  return text_->place(side + 20, 8, width - side - 30) + 16;
}

void NewsBar::paint_on(wxGraphicsContext& canvas) {
  const int side = face().look.body.GetPixelSize().GetHeight();
  draw_mark(canvas, mark_, face().look.palette.accent, 10, 8, side + 2);
}

}  // namespace onshi::gui
