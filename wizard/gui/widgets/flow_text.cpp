// SPDX-License-Identifier: GPL-3.0-or-later
#include "wizard/gui/widgets/flow_text.h"

#include <algorithm>

#include <wx/dcclient.h>

#include "wizard/gui/line_break.h"

namespace onshi::gui {
namespace {

constexpr int kSlack = 4;  // a native label may want a little more than the letters measure

}  // namespace

FlowText::FlowText(wxWindow* parent, const wxFont& font, const wxColour& colour, const wxString& text)
    : wxStaticText(parent, wxID_ANY, "", wxDefaultPosition, wxDefaultSize, wxST_NO_AUTORESIZE), text_(text) {
  SetFont(font);
  SetForegroundColour(colour);
  SetLabelText(text_);
}

void FlowText::say(const wxString& text) {
  if (text == text_) return;
  text_ = text;
  fitted_ = -1;
  SetLabelText(text_);
}

wxString FlowText::wrapped(wxDC& dc, int width) const {
  wxArrayInt measured;
  dc.GetPartialTextExtents(text_, measured);
  const std::vector<int> ends(measured.begin(), measured.end());
  wxString all;
  bool first = true;
  for (const std::wstring& line : broken_lines(text_.ToStdWstring(), ends, width - kSlack)) {
    if (!first) all += "\n";
    first = false;
    all += line;
  }
  return all;
}

/// Measured on the letters, because a native label knows its font only once it is on the screen.
int FlowText::fit(int width) {
  if (width == fitted_) return height_;
  fitted_ = width;
  wxClientDC dc(this);
  dc.SetFont(GetFont());
  const wxString lines = wrapped(dc, width);
  SetLabelText(lines);
  height_ = text_.empty() ? 0 : dc.GetMultiLineTextExtent(lines).GetHeight();
  return height_;
}

int FlowText::place(int left, int top, int width) {
  const int height = fit(std::max(width, 1));
  SetSize(left, top, std::max(width, 1), height);
  return height;
}

int FlowText::natural_width() const {
  int width = 0;
  GetTextExtent(text_, &width, nullptr);
  return width + kSlack + 1;
}

}  // namespace onshi::gui
