// SPDX-License-Identifier: GPL-3.0-or-later
// この端末のキーリングに保存: there only when the system has a keyring that works. Window thread only.
#pragma once

#include <wx/checkbox.h>

#include "wizard/gui/desk.h"
#include "wizard/gui/widgets/block.h"

namespace onshi::gui {

class KeyringBox : public Block {
 public:
  KeyringBox(wxWindow* parent, Desk& desk);

  void refresh();
  int fit(int width) override;

 private:
  Desk& desk_;
  wxCheckBox* box_;
};

}  // namespace onshi::gui
