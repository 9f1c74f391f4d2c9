// SPDX-License-Identifier: GPL-3.0-or-later
// One of the two or three things that the first page offers: a large button and a sentence. Window thread
// only.
#pragma once

#include <functional>
#include <string>

#include <wx/button.h>

#include "wizard/gui/widgets/card.h"
#include "wizard/gui/widgets/flow_text.h"

namespace onshi::gui {

class BigChoice : public Card {
 public:
  BigChoice(wxWindow* parent, const Face& face, const std::string& id, const wxString& button,
            const wxString& about);
  int fit(int width) override;
  void focus() { button_->SetFocus(); }

  std::function<void()> on_press = [] {};

 private:
  wxButton* button_;
  FlowText* about_;
};

}  // namespace onshi::gui
