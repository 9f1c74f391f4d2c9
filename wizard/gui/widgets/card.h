// SPDX-License-Identifier: GPL-3.0-or-later
// A block with a rounded ground of its own colour. Window thread only.
#pragma once

#include <wx/graphics.h>

#include "wizard/gui/face.h"
#include "wizard/gui/widgets/block.h"

namespace onshi::gui {

class Card : public Block {
 public:
  Card(wxWindow* parent, const Face& face);

 protected:
  void colour(const wxColour& ground, const wxColour& edge, int thickness);
  virtual void paint_on(wxGraphicsContext& canvas);
  [[nodiscard]] const Face& face() const { return face_; }

 private:
  void on_paint(wxPaintEvent& event);

  const Face& face_;
  wxColour ground_;
  wxColour edge_;
  int thickness_ = 1;
};

}  // namespace onshi::gui
