// SPDX-License-Identifier: GPL-3.0-or-later
// The part of page 1 that plans ahead: case, days, the rest of the application's form, papers at hand, and
// the dates that follow. Once a case is chosen it asks for what that case needs, and no more. Each entry is
// stored at once. Window thread only.
#pragma once

#include <functional>
#include <map>
#include <memory>
#include <set>
#include <vector>

#include "probes/preparation/preparation_checks.h"
#include "wizard/gui/desk.h"
#include "wizard/gui/widgets/choices.h"
#include "wizard/gui/widgets/field.h"
#include "wizard/gui/widgets/text_block.h"
#include "wizard/gui/widgets/ticks.h"

namespace onshi::gui {

class PreparationForm {
 public:
  /// Its blocks live in `content`; `add` puts each under the page's others.
  PreparationForm(wxWindow* content, Desk& desk, const std::function<void(Block*)>& add);

  /// What applies to the case chosen, and the dates as they are now.
  void refresh();
  void leave();
  /// What the checks of the preparation say; nothing as long as nobody plans here.
  [[nodiscard]] std::vector<Finding> findings() const;

 private:
  void make_cases(wxWindow* content);
  void make_form(wxWindow* content);
  void make_days(wxWindow* content);
  void make_papers(wxWindow* content);
  Field* make_month(wxWindow* content, const std::string& id,
                    std::optional<std::chrono::year_month> ApplicationForm::* month);
  void keep(const std::function<void(Preparation&)>& change);
  void choose_case(InstitutionCase one);
  void keep_day(Milestone what, const std::string& typed);
  void offer_done(const std::set<Milestone>& asked);
  [[nodiscard]] FieldNote day_note(Milestone what, const std::string& typed) const;
  [[nodiscard]] FieldNote month_note(const std::string& typed) const;
  [[nodiscard]] const Preparation& known() const { return desk_.session.site().preparation; }
  [[nodiscard]] const Face& face() const { return desk_.face; }
  [[nodiscard]] bool is_planning() const;
  [[nodiscard]] std::chrono::year_month_day today() const;
  [[nodiscard]] wxString dates_text() const;

  Desk& desk_;
  Choices* case_ = nullptr;
  Ticks* beside_ = nullptr;
  Ticks* agreed_ = nullptr;
  Field* again_ = nullptr;
  Field* start_ = nullptr;
  Field* test_ = nullptr;
  Choices* fee_ = nullptr;
  std::map<Milestone, Field*> days_;
  Ticks* done_ = nullptr;
  Ticks* papers_ = nullptr;
  TextBlock* dates_ = nullptr;
};

}  // namespace onshi::gui
