// SPDX-License-Identifier: GPL-3.0-or-later
#include "wizard/gui/look.h"

#include <algorithm>
#include <array>

#include <wx/fontenum.h>
#include <wx/settings.h>
#include <wx/window.h>

namespace onshi::gui {
namespace {

constexpr double kBodyPoints = 11;

/// The first of these faces that this system has; empty when none.
template <std::size_t N>
wxString first_face(const std::array<const char*, N>& faces) {
  auto found = std::find_if(faces.begin(), faces.end(),
                            [](const char* face) { return wxFontEnumerator::IsValidFacename(face); });
  return found == faces.end() ? wxString() : wxString(*found);
}

const wxString& text_face() {
  static const wxString face =
      first_face(std::array{"Noto Sans CJK JP", "Yu Gothic UI", "Meiryo UI", "IPAexGothic"});
  return face;
}

const wxString& fixed_face() {
  static const wxString face =
      first_face(std::array{"DejaVu Sans Mono", "Consolas", "Noto Sans Mono CJK JP"});
  return face;
}

wxFont font_of(double points, bool bold, bool fixed) {
  wxFontInfo info(points);
  info.Bold(bold).Family(fixed ? wxFONTFAMILY_TELETYPE : wxFONTFAMILY_SWISS);
  const wxString& face = fixed ? fixed_face() : text_face();
  if (!face.empty()) info.FaceName(face);
  return {info};
}

}  // namespace

Palette light_palette() {
  return {.text = wxColour(0x1d, 0x27, 0x33),
          .muted = wxColour(0x40, 0x50, 0x64),
          .card = wxColour(0xff, 0xff, 0xff),
          .edge = wxColour(0xd0, 0xd6, 0xde),
          .accent = wxColour(0x1f, 0x5f, 0xbf),
          .accent_back = wxColour(0xe8, 0xf0, 0xfb),
          .good = wxColour(0x0b, 0x6b, 0x3a),
          .good_back = wxColour(0xe7, 0xf5, 0xec),
          .attention = wxColour(0x8a, 0x5a, 0x00),
          .attention_back = wxColour(0xff, 0xf5, 0xdf),
          .fault = wxColour(0xb3, 0x26, 0x1e),
          .fault_back = wxColour(0xfd, 0xec, 0xeb),
          .unknown = wxColour(0x5b, 0x3f, 0x96),
          .unknown_back = wxColour(0xf2, 0xee, 0xfb),
          .calm = wxColour(0x56, 0x64, 0x73),
          .calm_back = wxColour(0xee, 0xf1, 0xf4)};
}

Palette dark_palette() {
  return {.text = wxColour(0xee, 0xf1, 0xf4),
          .muted = wxColour(0xc3, 0xcc, 0xd6),
          .card = wxColour(0x2a, 0x2f, 0x36),
          .edge = wxColour(0x4a, 0x53, 0x5e),
          .accent = wxColour(0x8a, 0xb8, 0xff),
          .accent_back = wxColour(0x24, 0x33, 0x4a),
          .good = wxColour(0x79, 0xd8, 0xa2),
          .good_back = wxColour(0x1c, 0x36, 0x28),
          .attention = wxColour(0xf0, 0xc0, 0x60),
          .attention_back = wxColour(0x3d, 0x32, 0x17),
          .fault = wxColour(0xff, 0x9c, 0x94),
          .fault_back = wxColour(0x44, 0x22, 0x20),
          .unknown = wxColour(0xc6, 0xb2, 0xf7),
          .unknown_back = wxColour(0x30, 0x29, 0x45),
          .calm = wxColour(0xb6, 0xc0, 0xcb),
          .calm_back = wxColour(0x33, 0x39, 0x41)};
}

Look Look::at(int percent) {
  Look look;
  look.percent = std::clamp(percent, 100, 200);
  const double body = look.percent / 100.0;
  const double large = 1 + (body - 1) * 0.6;  // what is large already need not double
  look.body = font_of(kBodyPoints * body, false, false);
  look.strong = font_of(kBodyPoints * body, true, false);
  look.note = font_of(std::max(kBodyPoints, kBodyPoints * body * 0.7), false, false);
  look.heading = font_of(18 * large, true, false);
  look.verdict = font_of(15 * large, true, false);
  look.page_number = font_of(30 * large, true, false);
  look.spoken_number = font_of(26 * large, true, false);
  look.fixed = font_of(12 * body, false, true);
  look.palette = wxSystemSettings::GetAppearance().IsUsingDarkBackground() ? dark_palette() : light_palette();
  look.gap = 8;
  look.space = 14;
  return look;
}

}  // namespace onshi::gui
