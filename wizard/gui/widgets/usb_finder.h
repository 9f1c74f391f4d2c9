// SPDX-License-Identifier: GPL-3.0-or-later
// Names the USB device that a person plugs in while it watches, and says whom to tell when no list knows it.
// Window thread only; the watching is done elsewhere and ends with this block.
#pragma once

#include <vector>

#include <wx/button.h>

#include "wizard/gui/background.h"
#include "wizard/gui/desk.h"
#include "wizard/gui/widgets/card.h"
#include "wizard/gui/widgets/flow_text.h"

namespace onshi::gui {

class UsbFinder : public Card {
 public:
  UsbFinder(wxWindow* parent, Desk& desk);
  int fit(int width) override;

 private:
  void press();
  void watch();
  void say(const wxString& text);
  void label(const char* id);
  [[nodiscard]] wxString said_of(const Seen<std::vector<UsbDevice>>& found) const;
  [[nodiscard]] wxString said_of(const UsbDevice& device) const;

  Desk& desk_;
  wxButton* button_;
  FlowText* state_;
  Background watching_;
};

}  // namespace onshi::gui
