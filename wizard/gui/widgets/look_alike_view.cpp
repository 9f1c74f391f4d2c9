// SPDX-License-Identifier: GPL-3.0-or-later
#include "wizard/gui/widgets/look_alike_view.h"

#include <algorithm>
#include <set>

#include <fmt/format.h>
#include <wx/brush.h>
#include <wx/pen.h>

#include "probes/sheet/typed_sheet.h"
#include "wizard/gui/child.h"

namespace onshi::gui {
namespace {

constexpr int kPad = 8;

struct Inks {
  wxColour ground;
  wxColour ink;
};

Inks inks_of(wxUniChar letter, const Palette& palette) {
  if (!letter.IsAscii()) return {palette.fault_back, palette.fault};
  if (wxIsdigit(letter)) return {palette.accent_back, palette.accent};
  if (wxIsalpha(letter)) return {palette.card, palette.text};
  return {palette.attention_back, palette.attention};
}

}  // namespace

LookAlikeView::LookAlikeView(wxWindow* parent, const Face& face) : Card(parent, face) {
  explained_ = make_child<FlowText>(this, face.look.note, face.look.palette.text);
}

wxSize LookAlikeView::cell() const {
  const int high = face().look.fixed.GetPixelSize().GetHeight();
  return {high + 4, high * 3 / 2 + 4};
}

int LookAlikeView::per_line(int width) const { return std::max(1, (width - 2 * kPad) / cell().GetWidth()); }

wxString LookAlikeView::explained(std::string_view characters) const {
  const wxString letters = shown(characters);
  std::set<int> seen;
  wxString all = face().text("look_alike.legend");
  for (const LookAlike& alike : look_alikes(characters)) {
    const int code = static_cast<int>(wxUniChar(letters[alike.position]).GetValue());
    const std::string id = fmt::format("look_alike.{:02x}", code);
    if (seen.insert(code).second && face().words.has(id)) all += "\n" + face().text(id);
  }
  return all;
}

void LookAlikeView::show(const Secret& secret) {
  secret_ = secret;
  secret_.reveal([this](std::string_view characters) {
    count_ = static_cast<int>(shown(characters).length());
    explained_->say(explained(characters));
  });
  Refresh();
}

int LookAlikeView::fit(int width) {
  const int lines = (count_ + per_line(width) - 1) / per_line(width);
  const int letters = lines * (cell().GetHeight() + 2);
  return letters + explained_->place(kPad, kPad + letters + 2, width - 2 * kPad) + 2 * kPad + 2;
}

void LookAlikeView::paint_letter(wxGraphicsContext& canvas, wxUniChar letter, wxPoint corner) const {
  const wxSize box = cell() - wxSize(2, 2);
  const Inks inks = inks_of(letter, face().look.palette);
  canvas.SetPen(wxPen(face().look.palette.edge, 1));
  canvas.SetBrush(wxBrush(inks.ground));
  canvas.DrawRectangle(corner.x, corner.y, box.GetWidth(), box.GetHeight());
  canvas.SetFont(face().look.fixed, inks.ink);
  double wide = 0;
  double high = 0;
  canvas.GetTextExtent(wxString(letter), &wide, &high);
  canvas.DrawText(wxString(letter), corner.x + (box.GetWidth() - wide) / 2,
                  corner.y + (box.GetHeight() - high) / 2);
}

void LookAlikeView::paint_on(wxGraphicsContext& canvas) {
  const int line = per_line(GetClientSize().GetWidth());
  secret_.reveal([&](std::string_view characters) {
    int at = 0;
    for (wxUniChar letter : shown(characters)) {
      paint_letter(canvas, letter,
                   {kPad + at % line * cell().GetWidth(), kPad + at / line * (cell().GetHeight() + 2)});
      ++at;
    }
  });
}

}  // namespace onshi::gui
