// SPDX-License-Identifier: GPL-3.0-or-later
// Saves what was found as a report that prints well, and says where it went or why it did not. Window thread
// only.
#pragma once

#include <functional>

#include <wx/button.h>

#include "wizard/gui/desk.h"
#include "wizard/gui/widgets/card.h"
#include "wizard/gui/widgets/flow_text.h"

namespace onshi::gui {

class ReportBar : public Card {
 public:
  ReportBar(wxWindow* parent, Desk& desk, std::function<Run()> run);
  int fit(int width) override;
  void focus() { save_->SetFocus(); }

 private:
  void choose_place();
  void save(const wxString& path);

  Desk& desk_;
  std::function<Run()> run_;
  wxButton* save_;
  FlowText* state_;
};

}  // namespace onshi::gui
