// SPDX-License-Identifier: GPL-3.0-or-later
// Keeps exactly one row of a list in the Tab order and walks the others with the arrows. Owned by the list;
// window thread.
#pragma once

#include <vector>

#include "wizard/gui/widgets/focus_row.h"

namespace onshi::gui {

class RowGroup {
 public:
  void take(std::vector<FocusRow*> rows);
  /// The row that Tab reaches.
  void stand_on(std::size_t index);
  void focus();

 private:
  void walk(int steps);

  std::vector<FocusRow*> rows_;
  std::size_t at_ = 0;
};

}  // namespace onshi::gui
