// SPDX-License-Identifier: GPL-3.0-or-later
// 健康診断: every check at once on one page, in the clinic's words, a row a topic; with くわしく a row a
// check. Changes nothing and needs no administrator. Window thread only.
#pragma once

#include <string>
#include <vector>

#include "wizard/gui/pages/page.h"
#include "wizard/gui/widgets/banner.h"
#include "wizard/gui/widgets/confirm_bar.h"
#include "wizard/gui/widgets/findings_view.h"
#include "wizard/gui/widgets/keyring_box.h"
#include "wizard/gui/widgets/next_steps.h"
#include "wizard/gui/widgets/password_field.h"
#include "wizard/gui/widgets/report_bar.h"

namespace onshi::gui {

class HealthPage : public Page {
 public:
  HealthPage(wxWindow* parent, Desk& desk);
  void refresh() override;
  void recheck() override { desk().checker.check_everything(); }
  [[nodiscard]] bool can_recheck() const override { return true; }
  void stop() override;
  [[nodiscard]] bool busy() const override { return desk().certificate.busy() || Page::busy(); }
  void leave() override;
  void focus_first() override { rows_->stand(); }

 private:
  using Rows = std::vector<const Checker::Row*>;
  [[nodiscard]] wxString about() const;
  [[nodiscard]] std::vector<RowContent> rows() const;
  [[nodiscard]] RowContent topic_row(Group group, const Rows& rows) const;
  [[nodiscard]] BannerContent banner_content() const;
  [[nodiscard]] std::optional<Finding> chosen() const;
  [[nodiscard]] Run finished_run() const;
  void add_password();
  void refresh_password();
  [[nodiscard]] bool locked() const;

  std::string chosen_;
  Banner* banner_;
  NextSteps* next_;
  PasswordField* password_;
  ConfirmBar* open_;
  KeyringBox* keyring_;
  bool was_locked_ = false;
  FindingsView* rows_;
  ReportBar* report_;
};

}  // namespace onshi::gui
