// SPDX-License-Identifier: GPL-3.0-or-later
// The shapes beside every verdict: ○ good, △ attention, × fault, ？ unknown, － not run, … running, ・ not
// yet asked. Each has a word and a colour of its own, so that none of the three is needed alone. Pure and
// painting functions, window thread.
#pragma once

#include <memory>
#include <string_view>

#include <wx/colour.h>
#include <wx/graphics.h>

#include "probes/check/verdict.h"
#include "wizard/flow/session.h"
#include "wizard/gui/look.h"

namespace onshi::gui {

enum class Mark { open, running, good, attention, fault, unknown, not_run, cancelled, waived };

Mark mark_of(Verdict verdict);
Mark mark_of(StepState state);

/// The id of its word in assets/locale.
std::string_view word_of(Mark mark);

wxColour colour_of(Mark mark, const Palette& palette);
wxColour back_of(Mark mark, const Palette& palette);

/// Draws the shape into a square whose upper left corner is given.
void draw_mark(wxGraphicsContext& canvas, Mark mark, const wxColour& colour, double left, double top,
               double side);

}  // namespace onshi::gui
