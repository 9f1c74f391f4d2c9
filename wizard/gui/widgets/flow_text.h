// SPDX-License-Identifier: GPL-3.0-or-later
// Text that wraps to the width that it is given, in Japanese as well as in English. A native static text
// underneath, so screen readers read it whole. Window thread only.
#pragma once

#include <wx/stattext.h>

namespace onshi::gui {

class FlowText : public wxStaticText {
 public:
  FlowText(wxWindow* parent, const wxFont& font, const wxColour& colour, const wxString& text = {});

  void say(const wxString& text);
  [[nodiscard]] const wxString& said() const { return text_; }

  /// Wraps to `width` and returns the height; does not move.
  int fit(int width);
  /// Wraps to `width` and stands at this place; returns the height.
  int place(int left, int top, int width);
  /// Width of the text on one line.
  [[nodiscard]] int natural_width() const;

 private:
  wxString wrapped(wxDC& dc, int width) const;

  wxString text_;
  int fitted_ = -1;
  int height_ = 0;
};

}  // namespace onshi::gui
