// SPDX-License-Identifier: GPL-3.0-or-later
// 完了: every page with its state, what is left and what was waived and why, and the report to save. Window
// thread only.
#pragma once

#include "wizard/gui/pages/page.h"
#include "wizard/gui/widgets/banner.h"
#include "wizard/gui/widgets/findings_view.h"
#include "wizard/gui/widgets/report_bar.h"

namespace onshi::gui {

class DonePage : public Page {
 public:
  DonePage(wxWindow* parent, Desk& desk);
  void refresh() override;
  void recheck() override;
  [[nodiscard]] bool can_recheck() const override { return true; }
  void focus_first() override { report_->focus(); }

 private:
  [[nodiscard]] RowContent row_of_step(const Step& step) const;
  [[nodiscard]] BannerContent banner_content() const;

  Banner* banner_;
  FindingsView* pages_;
  ReportBar* report_;
};

}  // namespace onshi::gui
