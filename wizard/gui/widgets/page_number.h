// SPDX-License-Identifier: GPL-3.0-or-later
// The page's number, always in the same corner and large enough to be read from a step away. Window thread
// only.
#pragma once

#include "wizard/gui/face.h"
#include "wizard/gui/widgets/block.h"
#include "wizard/gui/widgets/flow_text.h"

namespace onshi::gui {

class PageNumber : public Block {
 public:
  PageNumber(wxWindow* parent, const Face& face, int number);
  int fit(int width) override;
  [[nodiscard]] int natural_width() const;

 private:
  FlowText* label_;
  FlowText* number_;
};

}  // namespace onshi::gui
