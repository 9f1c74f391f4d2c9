// SPDX-License-Identifier: GPL-3.0-or-later
// A button that makes a draft count, and beside it, in words, whether it does already. Window thread only.
#pragma once

#include <functional>
#include <string>

#include <wx/button.h>

#include "wizard/gui/mark.h"
#include "wizard/gui/widgets/card.h"
#include "wizard/gui/widgets/flow_text.h"

namespace onshi::gui {

class ConfirmBar : public Card {
 public:
  ConfirmBar(wxWindow* parent, const Face& face, const std::string& id, const wxString& button);

  void show(Mark mark, const wxString& state, bool can_press);
  int fit(int width) override;

  std::function<void()> on_press = [] {};

 private:
  void paint_on(wxGraphicsContext& canvas) override;

  std::string id_;
  Mark mark_ = Mark::open;
  wxButton* button_;
  FlowText* state_;
  wxPoint shape_;
};

}  // namespace onshi::gui
