// SPDX-License-Identifier: GPL-3.0-or-later
#include "wizard/gui/widgets/trouble_bar.h"

#include "wizard/gui/accessible.h"
#include "wizard/gui/child.h"

namespace onshi::gui {
TroubleBar::TroubleBar(wxWindow* parent, const Face& face) : Card(parent, face) {
  const Palette& palette = face.look.palette;
  colour(palette.attention_back, palette.attention, 1);
  text_ = make_child<FlowText>(this, face.look.body, palette.text);
  Hide();
}

void TroubleBar::show(const std::optional<StoreTrouble>& trouble) {
  Show(trouble.has_value());
  if (trouble) {
    text_->say(face().text(text_of(*trouble), Facts{{"file", trouble->file.filename().string()}}));
    describe(this, "trouble", text_->said(), AccessibleRole::alert);
  }
  ask_for_space();
}

int TroubleBar::fit(int width) {
  const int side = face().look.body.GetPixelSize().GetHeight();
  return text_->place(side + 20, 8, width - side - 30) + 16;
}

void TroubleBar::paint_on(wxGraphicsContext& canvas) {
  const int side = face().look.body.GetPixelSize().GetHeight();
  draw_mark(canvas, Mark::attention, face().look.palette.attention, 10, 8, side + 2);
}

}  // namespace onshi::gui
