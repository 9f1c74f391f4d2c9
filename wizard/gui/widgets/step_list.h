// SPDX-License-Identifier: GPL-3.0-or-later
// The pages at the side with number, title and state of each. A page can be chosen when everything before it
// is done or waived. Window thread only.
#pragma once

#include <functional>
#include <vector>

#include "wizard/flow/session.h"
#include "wizard/gui/mark.h"
#include "wizard/gui/preparation_state.h"
#include "wizard/gui/widgets/block.h"
#include "wizard/gui/widgets/flow_text.h"
#include "wizard/gui/widgets/row_group.h"

namespace onshi::gui {

class StepRow : public FocusRow {
 public:
  StepRow(wxWindow* parent, const Face& face);
  void show(const Step& step, StepState state, bool current, bool reachable);
  [[nodiscard]] StepId step() const { return step_; }
  int fit(int width);

 private:
  void paint_on(wxGraphicsContext& canvas) override;

  StepId step_ = StepId::preparation;
  Mark mark_ = Mark::open;
  bool current_ = false;
  FlowText* number_;
  FlowText* title_;
  FlowText* word_;
};

class StepList : public Block {
 public:
  StepList(wxWindow* parent, const Face& face);
  void show(const Session& session, const SharedTables& tables);
  int fit(int width) override;
  [[nodiscard]] int natural_width() const;

  std::function<void(StepId)> on_chosen = [](StepId) {};

 private:
  void make_rows(std::size_t count);

  const Face& face_;
  FlowText* heading_;
  std::vector<StepRow*> rows_;
  RowGroup group_;
};

/// Whether everything before this step is done or waived.
bool is_reachable(const Session& session, StepId step);

}  // namespace onshi::gui
