// SPDX-License-Identifier: GPL-3.0-or-later
#include "wizard/gui/widgets/text_block.h"

#include "wizard/gui/child.h"

namespace onshi::gui {

TextBlock::TextBlock(wxWindow* parent, const Face& face, const wxString& text) : Block(parent) {
  text_ = make_child<FlowText>(this, face.look.body, face.look.palette.muted, text);
}

void TextBlock::say(const wxString& text) {
  text_->say(text);
  ask_for_space();
}

int TextBlock::fit(int width) { return text_->place(0, 0, width); }

}  // namespace onshi::gui
