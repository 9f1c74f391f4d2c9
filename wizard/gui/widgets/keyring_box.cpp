// SPDX-License-Identifier: GPL-3.0-or-later
#include "wizard/gui/widgets/keyring_box.h"

#include "wizard/gui/accessible.h"
#include "wizard/gui/child.h"

namespace onshi::gui {

KeyringBox::KeyringBox(wxWindow* parent, Desk& desk) : Block(parent), desk_(desk) {
  box_ = make_child<wxCheckBox>(this, wxID_ANY, desk.face.text("keyring.remember"));
  box_->SetFont(desk.face.look.body);
  box_->SetValue(desk.session.remembers());
  describe(box_, "keyring", desk.face.text("keyring.remember"));
  box_->Bind(wxEVT_CHECKBOX,
             [this](wxCommandEvent& event) { desk_.session.set_remember(event.IsChecked()); });
  refresh();
}

void KeyringBox::refresh() {
  box_->SetValue(desk_.session.remembers());  // a slow keyring may have answered
  if (IsShown() == desk_.keyring.available()) return;
  Show(desk_.keyring.available());
  ask_for_space();
}

int KeyringBox::fit(int width) {
  const int height = box_->GetBestSize().GetHeight();
  box_->SetSize(0, 0, width, height);
  return height;
}

}  // namespace onshi::gui
