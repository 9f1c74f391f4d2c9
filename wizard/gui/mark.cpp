// SPDX-License-Identifier: GPL-3.0-or-later
#include "wizard/gui/mark.h"

#include <algorithm>

#include <wx/brush.h>
#include <wx/pen.h>

namespace onshi::gui {
namespace {

void draw_dots(wxGraphicsContext& canvas, double left, double top, double side, int count) {
  const double dot = side * 0.16;
  const double first = left + side / 2 - dot * (count == 1 ? 0.5 : 2.5);
  for (int i = 0; i < count; ++i) canvas.DrawEllipse(first + 2 * dot * i, top + side / 2 - dot / 2, dot, dot);
}

void draw_question(wxGraphicsContext& canvas, double left, double top, double side) {
  wxGraphicsPath path = canvas.CreatePath();
  const double middle = left + side / 2;
  path.MoveToPoint(left + side * 0.28, top + side * 0.34);
  path.AddCurveToPoint(left + side * 0.28, top + side * 0.06, left + side * 0.76, top + side * 0.06,
                       left + side * 0.74, top + side * 0.34);
  path.AddCurveToPoint(left + side * 0.72, top + side * 0.50, middle, top + side * 0.50, middle,
                       top + side * 0.66);
  canvas.StrokePath(path);
  const double dot = std::max(2.0, side * 0.13);
  canvas.DrawEllipse(middle - dot / 2, top + side * 0.80, dot, dot);
}

void draw_triangle(wxGraphicsContext& canvas, double left, double top, double side) {
  wxGraphicsPath path = canvas.CreatePath();
  path.MoveToPoint(left + side / 2, top + side * 0.12);
  path.AddLineToPoint(left + side * 0.92, top + side * 0.86);
  path.AddLineToPoint(left + side * 0.08, top + side * 0.86);
  path.CloseSubpath();
  canvas.StrokePath(path);
}

void draw_circle(wxGraphicsContext& canvas, double left, double top, double side) {
  wxGraphicsPath path = canvas.CreatePath();
  path.AddCircle(left + side / 2, top + side / 2, side * 0.40);
  canvas.StrokePath(path);
}

}  // namespace

Mark mark_of(Verdict verdict) {
  switch (verdict) {
    case Verdict::ok:
      return Mark::good;
    case Verdict::attention:
      return Mark::attention;
    case Verdict::fail:
      return Mark::fault;
    case Verdict::unknown:
      return Mark::unknown;
    case Verdict::not_run:
      return Mark::not_run;
    case Verdict::cancelled:
      return Mark::cancelled;
  }
  return Mark::unknown;
}

Mark mark_of(StepState state) {
  switch (state) {
    case StepState::open:
      return Mark::open;
    case StepState::running:
      return Mark::running;
    case StepState::good:
      return Mark::good;
    case StepState::attention:
      return Mark::attention;
    case StepState::fault:
      return Mark::fault;
    case StepState::unknown:
      return Mark::unknown;
    case StepState::waived:
      return Mark::waived;
  }
  return Mark::unknown;
}

std::string_view word_of(Mark mark) {
  switch (mark) {
    case Mark::open:
      return "state.open";
    case Mark::running:
      return "verdict.running";
    case Mark::good:
      return "verdict.ok";
    case Mark::attention:
      return "verdict.attention";
    case Mark::fault:
      return "verdict.fail";
    case Mark::unknown:
      return "verdict.unknown";
    case Mark::not_run:
      return "verdict.not_run";
    case Mark::cancelled:
      return "verdict.cancelled";
    case Mark::waived:
      return "state.waived";
  }
  return "verdict.unknown";
}

wxColour colour_of(Mark mark, const Palette& palette) {
  switch (mark) {
    case Mark::good:
      return palette.good;
    case Mark::attention:
    case Mark::waived:
      return palette.attention;
    case Mark::fault:
      return palette.fault;
    case Mark::unknown:
      return palette.unknown;
    case Mark::running:
      return palette.accent;
    default:
      return palette.calm;
  }
}

wxColour back_of(Mark mark, const Palette& palette) {
  switch (mark) {
    case Mark::good:
      return palette.good_back;
    case Mark::attention:
    case Mark::waived:
      return palette.attention_back;
    case Mark::fault:
      return palette.fault_back;
    case Mark::unknown:
      return palette.unknown_back;
    case Mark::running:
      return palette.accent_back;
    default:
      return palette.calm_back;
  }
}

void draw_mark(wxGraphicsContext& canvas, Mark mark, const wxColour& colour, double left, double top,
               double side) {
  const double thick = std::max(1.6, side / 13);
  canvas.SetPen(canvas.CreatePen(wxGraphicsPenInfo(colour, thick)));
  canvas.SetBrush(*wxTRANSPARENT_BRUSH);
  const double near = 0.2 * side;
  const double far = 0.8 * side;
  switch (mark) {
    case Mark::good:
      return draw_circle(canvas, left, top, side);
    case Mark::attention:
    case Mark::waived:
      return draw_triangle(canvas, left, top, side);
    case Mark::fault:
      canvas.StrokeLine(left + near, top + near, left + far, top + far);
      canvas.StrokeLine(left + near, top + far, left + far, top + near);
      return;
    case Mark::not_run:
    case Mark::cancelled:
      return canvas.StrokeLine(left + near, top + side / 2, left + far, top + side / 2);
    case Mark::unknown:
      canvas.SetBrush(wxBrush(colour));
      break;
    case Mark::running:
    case Mark::open:
      canvas.SetBrush(wxBrush(colour));
      canvas.SetPen(*wxTRANSPARENT_PEN);
      break;
  }
  if (mark == Mark::running) return draw_dots(canvas, left, top, side, 3);
  if (mark == Mark::open) return draw_dots(canvas, left, top, side, 1);
  canvas.SetBrush(*wxTRANSPARENT_BRUSH);
  draw_question(canvas, left, top, side);
}

}  // namespace onshi::gui
