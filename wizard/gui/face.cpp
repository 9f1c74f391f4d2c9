// SPDX-License-Identifier: GPL-3.0-or-later
#include "wizard/gui/face.h"

#include <fmt/format.h>

namespace onshi::gui {

wxString shown(std::string_view utf8) { return wxString::FromUTF8(utf8.data(), utf8.size()); }

std::string utf8_of(const wxString& text) { return text.utf8_string(); }

wxString Face::text(std::string_view id, const Facts& facts) const {
  return shown(words.text(id, language, facts));
}

wxString Face::seconds(std::chrono::milliseconds time) const {
  const double number = static_cast<double>(time.count()) / 1000;
  return shown(fmt::format("{:.{}f} {}", number, number < 0.1 ? 2 : 1, words.text("part.seconds", language)));
}

}  // namespace onshi::gui
