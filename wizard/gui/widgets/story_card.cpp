// SPDX-License-Identifier: GPL-3.0-or-later
#include "wizard/gui/widgets/story_card.h"

#include "wizard/gui/accessible.h"
#include "wizard/gui/child.h"

namespace onshi::gui {

StoryCard::StoryCard(wxWindow* parent, const Face& face, const std::string& id, const wxString& heading)
    : Card(parent, face), id_(id) {
  heading_ = make_child<FlowText>(this, face.look.strong, face.look.palette.muted, heading);
  Hide();
}

void StoryCard::tell(const std::vector<wxString>& sentences) {
  if (sentences == told_) return;
  told_ = sentences;
  for (FlowText* old : lines_) old->Destroy();
  lines_.clear();
  wxString all = heading_->said();
  for (const wxString& sentence : sentences) {
    lines_.push_back(make_child<FlowText>(this, face().look.body, face().look.palette.text, sentence));
    all += "\n" + sentence;
  }
  describe(this, id_, all);
  Show(!sentences.empty());
  ask_for_space();
}

int StoryCard::fit(int width) {
  const int pad = face().look.space;
  const int gap = face().look.gap / 2;
  const int inner = width - 2 * pad;
  int top = pad - 4;
  top += heading_->place(pad, top, inner) + gap;
  for (FlowText* line : lines_) top += line->place(pad, top, inner) + gap;
  return top + pad - 4;
}

}  // namespace onshi::gui
