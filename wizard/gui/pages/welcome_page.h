// SPDX-License-Identifier: GPL-3.0-or-later
// The first page: set up, check the health, or go on where it was left. Window thread only.
#pragma once

#include "wizard/gui/pages/page.h"
#include "wizard/gui/widgets/big_choice.h"

namespace onshi::gui {

class WelcomePage : public Page {
 public:
  WelcomePage(wxWindow* parent, Desk& desk);
  void refresh() override { settle(); }
  void focus_first() override { first_->focus(); }

 private:
  BigChoice* offer(const std::string& id, const Facts& facts, const std::function<void()>& press);

  BigChoice* first_;
};

}  // namespace onshi::gui
