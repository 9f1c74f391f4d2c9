// SPDX-License-Identifier: GPL-3.0-or-later
// A page: blocks one under the other, as wide as the window and scrolled when they are higher. Made anew when
// page, language or text size changes; everything that must survive lies on the desk. Window thread only.
#pragma once

#include <vector>

#include <wx/scrolwin.h>

#include "wizard/gui/desk.h"
#include "wizard/gui/widgets/block.h"

namespace onshi::gui {

class Page : public wxScrolledWindow {
 public:
  Page(wxWindow* parent, Desk& desk);

  /// Shows what the desk knows now, in place.
  virtual void refresh() = 0;
  /// Hands on what is typed; called before the page goes.
  virtual void leave() {}
  /// Checks again; F5.
  virtual void recheck() {}
  virtual void stop() { desk_.checker.stop(); }
  /// Work is under way that stop() would end.
  [[nodiscard]] virtual bool busy() const { return desk_.checker.running(); }
  [[nodiscard]] virtual bool can_recheck() const { return false; }
  /// Where the keyboard should be first.
  virtual void focus_first();

  void settle();  // lays out if something asked for it

 protected:
  [[nodiscard]] Desk& desk() const { return desk_; }
  [[nodiscard]] const Face& face() const { return desk_.face; }
  [[nodiscard]] wxWindow* content() const { return content_; }
  /// What is said just now beside advice to ring the call centre.
  [[nodiscard]] std::vector<std::string> call_lines() const;
  void add(Block* block) { blocks_.push_back(block); }
  void arrange();

 private:
  void keep_tab_order();

  Desk& desk_;
  wxPanel* content_;
  std::vector<Block*> blocks_;
  std::vector<bool> tab_stops_;  // of each block, when the way of the Tab key was laid last
  bool wants_space_ = true;
  int arranged_width_ = -1;
};

}  // namespace onshi::gui
