// SPDX-License-Identifier: GPL-3.0-or-later
#include "wizard/gui/widgets/focus_row.h"

#include <limits>

#include <wx/dcbuffer.h>

namespace onshi::gui {

FocusRow::FocusRow(wxWindow* parent, const Face& face)
    : wxWindow(parent, wxID_ANY, wxDefaultPosition, wxDefaultSize, wxFULL_REPAINT_ON_RESIZE), face_(face) {
  SetBackgroundStyle(wxBG_STYLE_PAINT);
  Bind(wxEVT_PAINT, &FocusRow::on_paint, this);
  Bind(wxEVT_CHAR_HOOK, &FocusRow::on_key, this);
  Bind(wxEVT_SET_FOCUS, &FocusRow::on_focus, this);
  Bind(wxEVT_KILL_FOCUS, &FocusRow::on_focus, this);
  Bind(wxEVT_LEFT_DOWN, [this](wxMouseEvent&) { on_click(); });
}

void FocusRow::on_click() {
  SetFocus();
  on_act();
}

void FocusRow::take_clicks_of_children() {
  for (wxWindow* child : GetChildren()) child->Bind(wxEVT_LEFT_DOWN, [this](wxMouseEvent&) { on_click(); });
}

FocusRow::~FocusRow() { SetEvtHandlerEnabled(false); }

void FocusRow::reachable_by_tab(bool reachable) { SetCanFocus(reachable); }

void FocusRow::on_focus(wxFocusEvent& event) {
  if (event.GetEventType() == wxEVT_SET_FOCUS) on_stood();
  Refresh();
  event.Skip();
}

void FocusRow::on_key(wxKeyEvent& event) {
  constexpr int kFar = std::numeric_limits<int>::max() / 2;
  switch (event.GetKeyCode()) {
    case WXK_UP:
      return on_walk(-1);
    case WXK_DOWN:
      return on_walk(1);
    case WXK_HOME:
      return on_walk(-kFar);
    case WXK_END:
      return on_walk(kFar);
    case WXK_SPACE:
    case WXK_RETURN:
    case WXK_NUMPAD_ENTER:
      if (on_act()) return;
      break;
    default:
      break;
  }
  event.Skip();
}

void FocusRow::on_paint(wxPaintEvent&) {
  wxAutoBufferedPaintDC dc(this);
  dc.SetBackground(wxBrush(GetBackgroundColour()));
  dc.Clear();
  std::unique_ptr<wxGraphicsContext> canvas(wxGraphicsContext::Create(dc));
  if (!canvas) return;
  paint_on(*canvas);
  if (!HasFocus()) return;
  const wxSize size = GetClientSize();
  canvas->SetBrush(*wxTRANSPARENT_BRUSH);
  canvas->SetPen(wxPen(face_.look.palette.accent, 2));
  canvas->DrawRoundedRectangle(2, 2, size.GetWidth() - 4, size.GetHeight() - 4, 4);
}

}  // namespace onshi::gui
