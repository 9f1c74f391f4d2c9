// SPDX-License-Identifier: GPL-3.0-or-later
#include "wizard/gui/widgets/findings_view.h"

#include "wizard/gui/accessible.h"
#include "wizard/gui/child.h"

namespace onshi::gui {

FindingsView::FindingsView(wxWindow* parent, const Face& face, const wxString& name)
    : Block(parent), face_(face) {
  SetBackgroundColour(face.look.palette.edge);
  describe(this, "findings", name, AccessibleRole::list);
}

void FindingsView::make_rows(std::size_t count) {
  while (rows_.size() > count) {
    rows_.back()->Destroy();
    rows_.pop_back();
  }
  while (rows_.size() < count) {
    auto* row = make_child<FindingRow>(this, face_);
    row->on_stood = [this, row] { on_chosen(row->content().key); };
    rows_.push_back(row);
  }
  group_.take({rows_.begin(), rows_.end()});
}

bool FindingsView::same_rows(const std::vector<RowContent>& rows) const {
  if (rows.size() != rows_.size()) return false;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    if (rows[i] != rows_[i]->content()) return false;
  }
  return true;
}

void FindingsView::show(const std::vector<RowContent>& rows) {
  if (same_rows(rows)) return;
  if (rows.size() != rows_.size()) make_rows(rows.size());
  for (std::size_t i = 0; i < rows.size(); ++i) rows_[i]->show(rows[i]);
  Show(!rows.empty());
  ask_for_space();
}

int FindingsView::fit(int width) {
  int top = 1;
  for (FindingRow* row : rows_) {
    const int height = row->fit(width - 2);
    row->SetSize(1, top, width - 2, height);
    top += height;
  }
  return top + 1;
}

}  // namespace onshi::gui
