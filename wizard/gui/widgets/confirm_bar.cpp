// SPDX-License-Identifier: GPL-3.0-or-later
#include "wizard/gui/widgets/confirm_bar.h"

#include <algorithm>

#include "wizard/gui/accessible.h"
#include "wizard/gui/child.h"

namespace onshi::gui {

ConfirmBar::ConfirmBar(wxWindow* parent, const Face& face, const std::string& id, const wxString& button)
    : Card(parent, face), id_(id) {
  button_ = make_child<wxButton>(this, wxID_ANY, button);
  button_->SetFont(face.look.body);
  describe(button_, id, wxButton::GetLabelText(button));
  button_->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { on_press(); });
  state_ = make_child<FlowText>(this, face.look.body, face.look.palette.text);
}

void ConfirmBar::show(Mark mark, const wxString& state, bool can_press) {
  mark_ = mark;
  state_->say(state);
  describe(state_, id_ + ".state", face().text(word_of(mark)) + " " + state);
  button_->Enable(can_press);
  Refresh();
  ask_for_space();
}

int ConfirmBar::fit(int width) {
  const int pad = face().look.space - 2;
  const int side = face().look.body.GetPixelSize().GetHeight() + 2;
  const wxSize button = button_->GetBestSize();
  const bool beside = width > button.GetWidth() * 2 + 4 * pad;
  button_->SetSize(pad, pad, button.GetWidth(), button.GetHeight());
  const int left = beside ? pad + button.GetWidth() + pad : pad;
  const int room = width - left - side - 6 - pad;
  const int text = state_->fit(room);
  const int top = beside ? pad + std::max(0, (button.GetHeight() - text) / 2) : pad + button.GetHeight() + 6;
  shape_ = wxPoint(left, top);
  state_->place(left + side + 6, top, room);
  return std::max(top + text, pad + button.GetHeight()) + pad;
}

void ConfirmBar::paint_on(wxGraphicsContext& canvas) {
  const int side = face().look.body.GetPixelSize().GetHeight() + 2;
  draw_mark(canvas, mark_, colour_of(mark_, face().look.palette), shape_.x, shape_.y, side);
}

}  // namespace onshi::gui
