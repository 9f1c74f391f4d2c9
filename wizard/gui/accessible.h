// SPDX-License-Identifier: GPL-3.0-or-later
// What a screen reader is told about a window: its name in the reader's language and an id that never
// changes. One implementation a system, because wxWindow::SetName does not reach assistive technology on GTK.
// Window thread only.
#pragma once

#include <string_view>

#include <wx/window.h>

namespace onshi::gui {

enum class AccessibleRole { as_it_is, list, list_item, heading, alert };

/// `id` stays the same in every language and version: tests and screen reader scripts find the window by it.
void describe(wxWindow* window, std::string_view id, const wxString& name,
              AccessibleRole role = AccessibleRole::as_it_is);

}  // namespace onshi::gui
