// SPDX-License-Identifier: GPL-3.0-or-later
// A strip over the page with one sentence about what the program did by itself. Takes no keyboard. Window
// thread only.
#pragma once

#include "wizard/gui/mark.h"
#include "wizard/gui/widgets/card.h"
#include "wizard/gui/widgets/flow_text.h"

namespace onshi::gui {

class NewsBar : public Card {
 public:
  NewsBar(wxWindow* parent, const Face& face);
  /// Hides itself when there is nothing to say.
  void show(Mark mark, const wxString& sentence);
  int fit(int width) override;

 private:
  void paint_on(wxGraphicsContext& canvas) override;

  Mark mark_ = Mark::open;
  FlowText* text_;
};

}  // namespace onshi::gui
