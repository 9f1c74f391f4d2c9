// SPDX-License-Identifier: GPL-3.0-or-later
#include <string>

#include "wizard/gui/accessible.h"

namespace onshi::gui {

// Native controls tell their own label; the id is what wxWidgets calls the window's name.
void describe(wxWindow* window, std::string_view id, const wxString& name, AccessibleRole role) {
  (void)name;
  (void)role;
  window->SetName(std::string(id));
}

}  // namespace onshi::gui
