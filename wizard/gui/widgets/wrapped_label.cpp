// SPDX-License-Identifier: GPL-3.0-or-later
#include "wizard/gui/widgets/wrapped_label.h"

#include <vector>

#include <wx/dcclient.h>

#include "wizard/gui/line_break.h"

namespace onshi::gui {

wxString wrapped_label(wxWindow* window, const wxString& text, int width) {
  wxClientDC dc(window);
  dc.SetFont(window->GetFont());
  wxArrayInt measured;
  dc.GetPartialTextExtents(text, measured);
  const std::vector<int> ends(measured.begin(), measured.end());
  wxString all;
  for (const std::wstring& line : broken_lines(text.ToStdWstring(), ends, width)) {
    if (!all.empty()) all += "\n";
    all += line;
  }
  return all;
}

}  // namespace onshi::gui
