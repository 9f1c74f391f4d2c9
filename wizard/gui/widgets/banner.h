// SPDX-License-Identifier: GPL-3.0-or-later
// The one verdict of a page: shape, word, colour, a plain sentence, and the number in digits that can be read
// from a step away. Window thread only.
#pragma once

#include "wizard/gui/mark.h"
#include "wizard/gui/widgets/card.h"
#include "wizard/gui/widgets/flow_text.h"

namespace onshi::gui {

struct BannerContent {
  Mark mark = Mark::open;
  wxString title;
  wxString detail;
  wxString number;  // empty when there is none to say
  bool operator==(const BannerContent&) const = default;
};

class Banner : public Card {
 public:
  Banner(wxWindow* parent, const Face& face);
  void show(const BannerContent& content);
  int fit(int width) override;

 private:
  void paint_on(wxGraphicsContext& canvas) override;
  void place_mark(int left, int top, int width, int shape);
  void place_text(int left, int top, int width);
  void place_number(int left, int top, int width);

  BannerContent content_;
  FlowText* word_;
  FlowText* title_;
  FlowText* detail_;
  FlowText* number_label_;
  FlowText* number_;
  wxRect shape_;
};

}  // namespace onshi::gui
