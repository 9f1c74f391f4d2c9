// SPDX-License-Identifier: GPL-3.0-or-later
// A page of the set-up: number and title, the one verdict, what to do next, its findings, and the way past it
// with a reason. Pages with something to enter put their own blocks between. Window thread only.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "wizard/gui/pages/page.h"
#include "wizard/gui/widgets/banner.h"
#include "wizard/gui/widgets/findings_view.h"
#include "wizard/gui/widgets/next_steps.h"
#include "wizard/gui/widgets/waiver_box.h"

namespace onshi::gui {

class StepPage : public Page {
 public:
  StepPage(wxWindow* parent, Desk& desk, StepId step);

  void refresh() override;
  void recheck() override;
  [[nodiscard]] bool can_recheck() const override;
  void focus_first() override;
  [[nodiscard]] StepId step() const { return step_; }

 protected:
  /// Called by a page's constructor after its own blocks: steps, findings and waiver come under them.
  void add_results();
  /// The same in two parts, for a page with something of its own between them.
  void add_findings();
  void add_waiver();
  /// What a page knows beside its checks, such as a file that could not be read.
  [[nodiscard]] virtual std::vector<Finding> own_findings() const { return {}; }
  /// What the page's person should do before anything that the checks say matters.
  [[nodiscard]] virtual std::optional<BannerContent> own_banner() const { return std::nullopt; }
  /// Called at the end of each refresh.
  virtual void refresh_form() {}

 private:
  [[nodiscard]] BannerContent banner_content(const std::vector<Finding>& findings) const;
  [[nodiscard]] BannerContent duty_banner() const;
  [[nodiscard]] std::vector<Finding> all_findings() const;
  [[nodiscard]] std::vector<RowContent> rows(const std::vector<Finding>& findings) const;
  void show_next_steps(const std::vector<Finding>& findings);
  void show_waiver();

  StepId step_;
  std::string chosen_;  // the row that a person stands on
  Banner* banner_;
  NextSteps* next_ = nullptr;
  FindingsView* findings_ = nullptr;
  WaiverBox* waiver_ = nullptr;
};

}  // namespace onshi::gui
