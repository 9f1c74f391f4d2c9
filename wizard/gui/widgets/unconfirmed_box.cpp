// SPDX-License-Identifier: GPL-3.0-or-later
#include "wizard/gui/widgets/unconfirmed_box.h"

#include <string>

#include "wizard/gui/accessible.h"
#include "wizard/gui/child.h"

namespace onshi::gui {
namespace {

std::string text_id(SheetEntry entry, Environment slot) {
  const std::string text = "sheet.same." + std::string(name_of(entry));
  return entry == SheetEntry::environment ? text + "." + std::string(name_of(slot)) : text;
}

}  // namespace

UnconfirmedBox::UnconfirmedBox(wxWindow* parent, const Face& face, Environment slot)
    : Block(parent), face_(face), slot_(slot) {
  about_ =
      make_child<FlowText>(this, face.look.body, face.look.palette.text, face.text("sheet.from_picture"));
  Hide();
}

wxCheckBox* UnconfirmedBox::make_box(SheetEntry entry) {
  const wxString label = face_.text(text_id(entry, slot_));
  auto* box = make_child<wxCheckBox>(this, wxID_ANY, label);
  box->SetFont(face_.look.body);
  describe(box, "sheet.same." + std::string(name_of(entry)), label);
  box->Bind(wxEVT_CHECKBOX, [this, entry](wxCommandEvent& event) { on_tick(entry, event.IsChecked()); });
  return box;
}

void UnconfirmedBox::ask(const std::set<SheetEntry>& entries) {
  for (const auto& [entry, box] : boxes_) box->Destroy();
  boxes_.clear();
  for (const SheetEntry entry : entries) boxes_[entry] = make_box(entry);
  Show(!entries.empty());
  ask_for_space();
}

void UnconfirmedBox::show(const std::set<SheetEntry>& waiting) {
  for (const auto& [entry, box] : boxes_) box->SetValue(!waiting.contains(entry));
}

int UnconfirmedBox::fit(int width) {
  constexpr int kGap = 6;
  int top = about_->place(0, 0, width) + kGap;
  for (const auto& [entry, box] : boxes_) {
    const int height = box->GetBestSize().GetHeight();
    box->SetSize(0, top, width, height);
    top += height + kGap;
  }
  return top;
}

}  // namespace onshi::gui
