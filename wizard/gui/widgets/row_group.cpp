// SPDX-License-Identifier: GPL-3.0-or-later
#include "wizard/gui/widgets/row_group.h"

#include <algorithm>

namespace onshi::gui {

void RowGroup::take(std::vector<FocusRow*> rows) {
  rows_ = std::move(rows);
  for (std::size_t i = 0; i < rows_.size(); ++i) {
    rows_[i]->on_walk = [this](int steps) { walk(steps); };
  }
  stand_on(std::min(at_, rows_.empty() ? 0 : rows_.size() - 1));
}

void RowGroup::stand_on(std::size_t index) {
  at_ = index;
  for (std::size_t i = 0; i < rows_.size(); ++i) rows_[i]->reachable_by_tab(i == at_);
}

void RowGroup::focus() {
  if (at_ < rows_.size()) rows_[at_]->SetFocus();
}

void RowGroup::walk(int steps) {
  if (rows_.empty()) return;
  const long last = static_cast<long>(rows_.size()) - 1;
  const long to = std::clamp(static_cast<long>(at_) + steps, 0L, last);
  FocusRow* row = rows_[static_cast<std::size_t>(to)];
  row->reachable_by_tab(true);
  row->SetFocus();
  stand_on(static_cast<std::size_t>(to));
}

}  // namespace onshi::gui
