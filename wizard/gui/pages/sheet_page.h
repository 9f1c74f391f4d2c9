// SPDX-License-Identifier: GPL-3.0-or-later
// One master account sheet, 本番 or 接続検証: from a file or typed from paper, compared with paper by a
// person, then kept. Until then it is a draft on the desk. The password never stands in a file and is never
// altered. Window thread only.
#pragma once

#include <wx/button.h>

#include "wizard/gui/pages/step_page.h"
#include "wizard/gui/widgets/account_list.h"
#include "wizard/gui/widgets/choices.h"
#include "wizard/gui/widgets/confirm_bar.h"
#include "wizard/gui/widgets/field.h"
#include "wizard/gui/widgets/file_picker.h"
#include "wizard/gui/widgets/keyring_box.h"
#include "wizard/gui/widgets/password_field.h"
#include "wizard/gui/widgets/unconfirmed_box.h"

namespace onshi::gui {

class SheetPage : public StepPage {
 public:
  SheetPage(wxWindow* parent, Desk& desk, StepId step);
  void leave() override;
  void stop() override;
  [[nodiscard]] bool busy() const override;

 private:
  void refresh_form() override;
  [[nodiscard]] std::vector<Finding> own_findings() const override { return desk().sheets.faults(); }
  [[nodiscard]] std::optional<BannerContent> own_banner() const override;
  void add_picker();
  void add_fields();
  Field* add_field(const std::string& id, bool fixed);
  void add_story();
  void fill_in();
  void typed();
  void ticked(SheetEntry entry, bool confirmed);
  void note_waiting();
  void confirm();
  [[nodiscard]] SheetWithPassword from_fields() const;
  [[nodiscard]] wxString picker_state() const;
  [[nodiscard]] FieldNote password_note() const;
  [[nodiscard]] bool is_kept() const;
  /// The draft, else what is kept.
  [[nodiscard]] MasterAccountSheet sheet() const;

  Environment slot_;
  bool filling_ = false;
  const SheetWithPassword* shown_draft_ = nullptr;  // compared only
  int shown_reading_ = -1;
  FilePicker* picker_;
  Field* code_;
  Field* name_;
  Field* user_;
  PasswordField* password_;
  Field* reset_;
  UnconfirmedBox* unconfirmed_;
  ConfirmBar* confirm_;
  KeyringBox* keyring_;
  Choices* story_;
  AccountList* accounts_;
};

}  // namespace onshi::gui
