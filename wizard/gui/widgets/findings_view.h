// SPDX-License-Identifier: GPL-3.0-or-later
// The questions of a page, one row each, standing from the start and turning in place into answers. The row
// that a person stands on is told to the page, which shows what to do about it. Window thread only.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "wizard/gui/widgets/block.h"
#include "wizard/gui/widgets/finding_row.h"
#include "wizard/gui/widgets/row_group.h"

namespace onshi::gui {

class FindingsView : public Block {
 public:
  FindingsView(wxWindow* parent, const Face& face, const wxString& name);

  void show(const std::vector<RowContent>& rows);
  int fit(int width) override;
  /// Puts the keyboard on the row that Tab would reach.
  void stand() { group_.focus(); }

  std::function<void(const std::string& key)> on_chosen = [](const std::string&) {};

 private:
  bool same_rows(const std::vector<RowContent>& rows) const;
  void make_rows(std::size_t count);

  const Face& face_;
  std::vector<FindingRow*> rows_;
  RowGroup group_;
};

}  // namespace onshi::gui
