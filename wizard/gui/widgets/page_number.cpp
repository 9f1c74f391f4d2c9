// SPDX-License-Identifier: GPL-3.0-or-later
#include "wizard/gui/widgets/page_number.h"

#include <algorithm>

#include "wizard/gui/accessible.h"
#include "wizard/gui/child.h"

namespace onshi::gui {

PageNumber::PageNumber(wxWindow* parent, const Face& face, int number) : Block(parent) {
  const Look& look = face.look;
  label_ = make_child<FlowText>(this, look.note, look.palette.muted, face.text("page.number"));
  number_ = make_child<FlowText>(this, look.page_number, look.palette.text, wxString::Format("%d", number));
  describe(this, "page_number", label_->said() + " " + number_->said());
}

int PageNumber::natural_width() const { return std::max(label_->natural_width(), number_->natural_width()); }

int PageNumber::fit(int width) {
  const int label = label_->natural_width();
  const int number = number_->natural_width();
  const int top = label_->place(width - label, 0, label);
  return top + number_->place(width - number, top - 4, number) - 4;
}

}  // namespace onshi::gui
