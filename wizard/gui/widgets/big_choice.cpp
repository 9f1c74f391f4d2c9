// SPDX-License-Identifier: GPL-3.0-or-later
#include "wizard/gui/widgets/big_choice.h"

#include <algorithm>

#include "wizard/gui/accessible.h"
#include "wizard/gui/child.h"

namespace onshi::gui {

BigChoice::BigChoice(wxWindow* parent, const Face& face, const std::string& id, const wxString& button,
                     const wxString& about)
    : Card(parent, face) {
  button_ = make_child<wxButton>(this, wxID_ANY, button);
  button_->SetFont(face.look.verdict);
  describe(button_, id, wxButton::GetLabelText(button));
  button_->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { on_press(); });
  about_ = make_child<FlowText>(this, face.look.body, face.look.palette.text, about);
}

int BigChoice::fit(int width) {
  const int pad = face().look.space + 4;
  const int line = face().look.body.GetPixelSize().GetHeight();
  const wxSize best = button_->GetBestSize();
  const bool beside = width > 36 * line;
  const int button_width = beside ? std::max(best.GetWidth() + 2 * pad, 15 * line) : width - 2 * pad;
  const int button_height = best.GetHeight() + 2 * line;
  button_->SetSize(pad, pad, button_width, button_height);
  if (!beside)
    return pad + button_height + 8 + about_->place(pad, pad + button_height + 8, width - 2 * pad) + pad;
  const int left = pad + button_width + pad;
  const int text = about_->fit(width - left - pad);
  about_->place(left, pad + std::max(0, (button_height - text) / 2), width - left - pad);
  return std::max(button_height, text) + 2 * pad;
}

}  // namespace onshi::gui
