// SPDX-License-Identifier: GPL-3.0-or-later
// The unit of every page: a panel that lays itself out for a given width and says how high it became, so that
// text of any size and language wraps and the page scrolls instead of clipping. Window thread only.
#pragma once

#include <wx/panel.h>

namespace onshi::gui {

class Block : public wxPanel {
 public:
  explicit Block(wxWindow* parent);

  /// Places its children for this width and returns the height that it needs, in pixels.
  virtual int fit(int width) = 0;

  /// A person is typing in it, or stands on something of it.
  [[nodiscard]] bool holds_keyboard() const;

 protected:
  /// Tells the page that the height may have changed.
  void ask_for_space();
};

/// Sent upwards when a block wants the page to lay itself out again.
wxDECLARE_EVENT(EVT_WANTS_SPACE, wxCommandEvent);

}  // namespace onshi::gui
