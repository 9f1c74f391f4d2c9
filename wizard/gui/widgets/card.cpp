// SPDX-License-Identifier: GPL-3.0-or-later
#include "wizard/gui/widgets/card.h"

#include <wx/dcbuffer.h>
#include <wx/graphics.h>

namespace onshi::gui {
namespace {

constexpr double kRound = 7;

}  // namespace

Card::Card(wxWindow* parent, const Face& face)
    : Block(parent), face_(face), ground_(face.look.palette.card), edge_(face.look.palette.edge) {
  SetBackgroundStyle(wxBG_STYLE_PAINT);
  SetBackgroundColour(ground_);
  Bind(wxEVT_PAINT, &Card::on_paint, this);
}

void Card::colour(const wxColour& ground, const wxColour& edge, int thickness) {
  ground_ = ground;
  edge_ = edge;
  thickness_ = thickness;
  SetBackgroundColour(ground);
  Refresh();
}

void Card::paint_on(wxGraphicsContext& canvas) { (void)canvas; }

void Card::on_paint(wxPaintEvent&) {
  wxAutoBufferedPaintDC dc(this);
  dc.SetBackground(wxBrush(GetParent()->GetBackgroundColour()));
  dc.Clear();
  std::unique_ptr<wxGraphicsContext> canvas(wxGraphicsContext::Create(dc));
  if (!canvas) return;
  const wxSize size = GetClientSize();
  const double half = thickness_ / 2.0;
  canvas->SetBrush(wxBrush(ground_));
  canvas->SetPen(wxPen(edge_, thickness_));
  canvas->DrawRoundedRectangle(half, half, size.GetWidth() - thickness_, size.GetHeight() - thickness_,
                               kRound);
  paint_on(*canvas);
}

}  // namespace onshi::gui
