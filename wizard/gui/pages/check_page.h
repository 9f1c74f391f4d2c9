// SPDX-License-Identifier: GPL-3.0-or-later
// A page with nothing to enter: its checks and what they said. v6オプション, 疎通確認テスト and 端末 are
// such. Window thread only.
#pragma once

#include "wizard/gui/pages/step_page.h"

namespace onshi::gui {

class CheckPage : public StepPage {
 public:
  CheckPage(wxWindow* parent, Desk& desk, StepId step) : StepPage(parent, desk, step) { add_results(); }
};

}  // namespace onshi::gui
