// SPDX-License-Identifier: GPL-3.0-or-later
// Windows and sizers belong to their parent window in wxWidgets; these make one there without a naked new.
// Window thread only.
#pragma once

#include <memory>
#include <utility>

#include <wx/sizer.h>
#include <wx/window.h>

namespace onshi::gui {

/// A window made in `parent`, which destroys it.
template <typename Child, typename Parent, typename... More>
Child* make_child(Parent* parent, More&&... more) {
  return std::make_unique<Child>(parent, std::forward<More>(more)...).release();
}

/// A sizer that the window or sizer which takes it will destroy.
template <typename Sizer, typename... More>
Sizer* make_sizer(More&&... more) {
  return std::make_unique<Sizer>(std::forward<More>(more)...).release();
}

}  // namespace onshi::gui
