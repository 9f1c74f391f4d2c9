// SPDX-License-Identifier: GPL-3.0-or-later
// A button's or box's own text in lines that fit, since these widgets do not wrap. Window thread only.
#pragma once

#include <wx/window.h>

namespace onshi::gui {

wxString wrapped_label(wxWindow* window, const wxString& text, int width);

}  // namespace onshi::gui
