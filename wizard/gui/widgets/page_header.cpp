// SPDX-License-Identifier: GPL-3.0-or-later
#include "wizard/gui/widgets/page_header.h"

#include <algorithm>

#include "wizard/gui/accessible.h"
#include "wizard/gui/child.h"

namespace onshi::gui {

PageHeader::PageHeader(wxWindow* parent, const Face& face, const wxString& title, const wxString& about,
                       std::optional<int> number)
    : Block(parent) {
  const Look& look = face.look;
  title_ = make_child<FlowText>(this, look.heading, look.palette.text, title);
  about_ = make_child<FlowText>(this, look.body, look.palette.muted, about);
  if (number) number_ = make_child<PageNumber>(this, face, *number);
  describe(title_, "page_title", title, AccessibleRole::heading);
}

void PageHeader::say_about(const wxString& about) {
  about_->say(about);
  ask_for_space();
}

int PageHeader::fit(int width) {
  const int corner = number_ == nullptr ? 0 : number_->natural_width();
  const int corner_height = number_ == nullptr ? 0 : number_->fit(corner);
  if (number_ != nullptr) number_->SetSize(width - corner, 0, corner, corner_height);
  const int room = width - corner - 16;
  const int title = title_->place(0, 2, room);
  const int about = about_->place(0, title + 6, room);
  return std::max(corner_height, title + about + 6);
}

}  // namespace onshi::gui
