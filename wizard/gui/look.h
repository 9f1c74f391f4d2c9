// SPDX-License-Identifier: GPL-3.0-or-later
// How everything looks at one text size: fonts, spaces and colours. Body text is 11 pt and up, headings
// differ by size and weight, colours keep a contrast of 4.5:1. Made anew when the text size changes. Window
// thread only.
#pragma once

#include <wx/colour.h>
#include <wx/font.h>

namespace onshi::gui {

struct Palette {
  wxColour text;
  wxColour muted;
  wxColour card;
  wxColour edge;
  wxColour accent;
  wxColour accent_back;
  wxColour good;
  wxColour good_back;
  wxColour attention;
  wxColour attention_back;
  wxColour fault;
  wxColour fault_back;
  wxColour unknown;
  wxColour unknown_back;
  wxColour calm;
  wxColour calm_back;
};

Palette light_palette();
Palette dark_palette();

struct Look {
  int percent = 100;
  wxFont body;
  wxFont strong;         // body, bold
  wxFont note;           // the smallest, still 11 pt
  wxFont heading;        // title of a page
  wxFont verdict;        // title of the banner
  wxFont page_number;    // in the corner
  wxFont spoken_number;  // read from a step away
  wxFont fixed;          // passwords and ids: every character tells itself apart
  Palette palette;
  int gap = 8;     // between things that belong together, in pixels
  int space = 16;  // between blocks

  /// `percent` is 100 to 200.
  static Look at(int percent);
};

}  // namespace onshi::gui
