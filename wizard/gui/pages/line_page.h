// SPDX-License-Identifier: GPL-3.0-or-later
// 回線: what the line's checks said, how its kind was judged, and the place where a person may state what it
// really is, with name and reason. Window thread only.
#pragma once

#include "wizard/gui/pages/step_page.h"
#include "wizard/gui/widgets/choices.h"
#include "wizard/gui/widgets/confirm_bar.h"
#include "wizard/gui/widgets/field.h"
#include "wizard/gui/widgets/story_card.h"

namespace onshi::gui {

class LinePage : public StepPage {
 public:
  LinePage(wxWindow* parent, Desk& desk);

 private:
  void refresh_form() override;
  void add_statement();
  void state_it();
  void take_it_back();
  void refresh_bar();
  [[nodiscard]] const std::optional<LineOverride>& stated() const;
  [[nodiscard]] bool is_wanted(const std::vector<Finding>& findings) const;
  [[nodiscard]] bool is_complete() const;

  StoryCard* story_;
  Choices* kind_;
  Field* by_;
  Field* reason_;
  ConfirmBar* state_it_;
  ConfirmBar* take_back_;
};

}  // namespace onshi::gui
