// SPDX-License-Identifier: GPL-3.0-or-later
// The head of every page: title, one sentence about it, and the number in the corner. Window thread only.
#pragma once

#include <optional>

#include "wizard/gui/widgets/page_number.h"

namespace onshi::gui {

class PageHeader : public Block {
 public:
  PageHeader(wxWindow* parent, const Face& face, const wxString& title, const wxString& about,
             std::optional<int> number);
  void say_about(const wxString& about);
  int fit(int width) override;

 private:
  FlowText* title_;
  FlowText* about_;
  PageNumber* number_ = nullptr;
};

}  // namespace onshi::gui
