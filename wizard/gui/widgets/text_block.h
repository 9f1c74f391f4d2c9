// SPDX-License-Identifier: GPL-3.0-or-later
// A paragraph on the page's own ground. Window thread only.
#pragma once

#include "wizard/gui/face.h"
#include "wizard/gui/widgets/block.h"
#include "wizard/gui/widgets/flow_text.h"

namespace onshi::gui {

class TextBlock : public Block {
 public:
  TextBlock(wxWindow* parent, const Face& face, const wxString& text);
  void say(const wxString& text);
  int fit(int width) override;

 private:
  FlowText* text_;
};

}  // namespace onshi::gui
