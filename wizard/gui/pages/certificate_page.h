// SPDX-License-Identifier: GPL-3.0-or-later
// 電子証明書: the PKCS#12 file and its password, opened in the background; what is wrong is said exactly.
// Window thread only.
#pragma once

#include "wizard/gui/pages/step_page.h"
#include "wizard/gui/widgets/choices.h"
#include "wizard/gui/widgets/confirm_bar.h"
#include "wizard/gui/widgets/field.h"
#include "wizard/gui/widgets/file_picker.h"
#include "wizard/gui/widgets/keyring_box.h"
#include "wizard/gui/widgets/password_field.h"
#include "wizard/gui/widgets/story_card.h"

namespace onshi::gui {

class CertificatePage : public StepPage {
 public:
  CertificatePage(wxWindow* parent, Desk& desk);
  void stop() override;
  [[nodiscard]] bool busy() const override;

 private:
  void refresh_form() override;
  [[nodiscard]] std::vector<Finding> own_findings() const override;
  [[nodiscard]] std::optional<BannerContent> own_banner() const override;
  void add_picker();
  void add_password();
  void add_dates();
  void add_date(Field*& field, const std::string& id, std::optional<std::chrono::year_month_day> known);
  void keep_dates();
  void refresh_dates();
  void refresh_candidates();
  void add_browser();
  void refresh_browser();
  [[nodiscard]] std::vector<wxString> browser_story() const;
  void open();
  [[nodiscard]] bool can_open() const;
  [[nodiscard]] wxString picker_state() const;

  FilePicker* picker_;
  PasswordField* password_;
  Choices* candidates_;
  ConfirmBar* open_;
  KeyringBox* keyring_;
  Field* applied_ = nullptr;
  Field* code_changed_ = nullptr;
  StoryCard* browser_;
  ConfirmBar* install_;
  ConfirmBar* undo_;
};

}  // namespace onshi::gui
