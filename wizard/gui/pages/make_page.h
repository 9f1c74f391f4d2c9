// SPDX-License-Identifier: GPL-3.0-or-later
// Which window shows which step. Window thread only.
#pragma once

#include "wizard/gui/pages/page.h"

namespace onshi::gui {

/// The page for what the session says: the first page, the health check, or the current step.
Page* make_page(wxWindow* parent, Desk& desk);

}  // namespace onshi::gui
