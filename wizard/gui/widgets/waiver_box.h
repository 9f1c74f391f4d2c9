// SPDX-License-Identifier: GPL-3.0-or-later
// 理由を書いて進む: lets a person pass a page whose duty is not done, with a reason that is stored. On the
// page, no dialog. Window thread only.
#pragma once

#include <functional>
#include <optional>
#include <string>

#include <wx/button.h>
#include <wx/textctrl.h>

#include "probes/site/site.h"
#include "wizard/gui/widgets/card.h"
#include "wizard/gui/widgets/flow_text.h"

namespace onshi::gui {

class WaiverBox : public Card {
 public:
  /// `draft` holds the reason while it is typed, also when this window is made anew.
  WaiverBox(wxWindow* parent, const Face& face, std::string& draft);

  /// `waiver` is the one that is stored, if any.
  void show(const std::optional<Waiver>& waiver);
  int fit(int width) override;

  std::function<void(const std::string& reason)> on_waive = [](const std::string&) {};
  std::function<void()> on_withdraw = [] {};

 private:
  void press();
  [[nodiscard]] wxString reason() const;

  bool waived_ = false;
  FlowText* text_;
  wxTextCtrl* reason_;
  wxButton* button_;
};

}  // namespace onshi::gui
