// SPDX-License-Identifier: GPL-3.0-or-later
// How the kind of line was judged, in sentences: what is seen, declared and stated, what spoke for and
// against it with its points, and what the other kinds got. Pure, window thread.
#pragma once

#include <vector>

#include "probes/site/site.h"
#include "wizard/gui/face.h"

namespace onshi::gui {

/// Empty when the finding of "line.verdict" tells no kind, because it was not asked.
std::vector<wxString> line_story(const Finding& verdict, const Site& site, const Face& face);

/// Which kind, who, when and why.
wxString stated_line(const LineOverride& stated, const Face& face);

}  // namespace onshi::gui
