// SPDX-License-Identifier: GPL-3.0-or-later
// 準備: which institution and which line, as in the application (application.md §4). Everything is stored
// while it is typed. Window thread only.
#pragma once

#include "wizard/gui/pages/preparation_form.h"
#include "wizard/gui/pages/step_page.h"
#include "wizard/gui/widgets/choices.h"
#include "wizard/gui/widgets/field.h"

namespace onshi::gui {

class PreparationPage : public StepPage {
 public:
  PreparationPage(wxWindow* parent, Desk& desk);
  void leave() override;
  void focus_first() override { code_->focus(); }

 private:
  [[nodiscard]] std::vector<Finding> own_findings() const override;
  void refresh_form() override;
  void add_institution();
  void add_line();
  void keep_institution(const std::function<void(Institution&)>& change);
  void keep_line(const std::function<void(DeclaredLine&)>& change);
  [[nodiscard]] std::string code_of(const std::string& typed) const;
  [[nodiscard]] FieldNote code_note(const std::string& typed) const;
  [[nodiscard]] FieldNote digit_note(const std::string& code) const;
  [[nodiscard]] FieldNote customer_note(const std::string& typed) const;

  Choices* kind_;
  Field* code_;
  Field* name_;
  Field* terminal_;
  Choices* type_;
  Field* customer_;
  Choices* v6_;
  std::unique_ptr<PreparationForm> form_;
};

}  // namespace onshi::gui
