// SPDX-License-Identifier: GPL-3.0-or-later
// One row of a list that keyboard and screen reader can stand on. Tab reaches the list once, arrows walk its
// rows, Space or Enter does the row's thing, and the focus is always visible. Window thread only.
#pragma once

#include <functional>

#include <wx/graphics.h>
#include <wx/window.h>

#include "wizard/gui/face.h"

namespace onshi::gui {

class FocusRow : public wxWindow {
 public:
  FocusRow(wxWindow* parent, const Face& face);
  ~FocusRow() override;

  std::function<void(int steps)> on_walk = [](int) {};  // arrows; large for home and end
  std::function<bool()> on_act = [] {
    return false;
  };  // space, enter, click; false when there is nothing to do
  std::function<void()> on_stood = [] {};  // got the focus

  void reachable_by_tab(bool reachable);

 protected:
  /// Called by a row's constructor after its texts: a click on them is a click on the row.
  void take_clicks_of_children();
  virtual void paint_on(wxGraphicsContext& canvas) = 0;
  [[nodiscard]] const Face& face() const { return face_; }

 private:
  void on_click();
  void on_paint(wxPaintEvent& event);
  void on_key(wxKeyEvent& event);
  void on_focus(wxFocusEvent& event);

  const Face& face_;
};

}  // namespace onshi::gui
