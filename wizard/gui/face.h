// SPDX-License-Identifier: GPL-3.0-or-later
// How the program shows itself just now: its words, the language, the text size, and whether the engineer's
// facts are open. Owned by the frame, handed to every widget; pages are made anew when it changes. Window
// thread only.
#pragma once

#include <string_view>

#include <wx/string.h>

#include "wizard/gui/look.h"
#include "wizard/words/words.h"

namespace onshi::gui {

struct Face {
  const Words& words;
  Language language = Language::japanese;
  Look look;
  bool details = false;  // くわしく

  [[nodiscard]] wxString text(std::string_view id, const Facts& facts = {}) const;
  [[nodiscard]] wxString seconds(std::chrono::milliseconds time) const;  // "0.3 秒"
};

wxString shown(std::string_view utf8);
std::string utf8_of(const wxString& text);

}  // namespace onshi::gui
