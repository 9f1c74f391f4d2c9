// SPDX-License-Identifier: GPL-3.0-or-later
#include "wizard/gui/widgets/ticks.h"

#include <algorithm>

#include "wizard/gui/accessible.h"
#include "wizard/gui/child.h"
#include "wizard/gui/widgets/field.h"
#include "wizard/gui/widgets/wrapped_label.h"

namespace onshi::gui {
namespace {

constexpr int kBox = 34;  // the box itself and the space after it

}  // namespace

Ticks::Ticks(wxWindow* parent, const Face& face, const std::string& id, const wxString& label,
             const std::vector<Choice>& choices)
    : Block(parent), face_(face) {
  label_ = make_child<FlowText>(this, face.look.body, face.look.palette.text, label);
  for (const Choice& choice : choices) add(id, choice);
}

void Ticks::add(const std::string& group, const Choice& choice) {
  auto* box = make_child<wxCheckBox>(this, wxID_ANY, choice.text);
  box->SetFont(face_.look.body);
  describe(box, group + "." + choice.id, label_->said() + " " + choice.text);
  box->Bind(wxEVT_CHECKBOX,
            [this, id = choice.id](wxCommandEvent& event) { on_tick(id, event.IsChecked()); });
  boxes_.push_back({choice.id, choice.text, box});
}

void Ticks::set(const std::set<std::string>& ticked) {
  for (const Box& box : boxes_) {
    const bool wanted = ticked.contains(box.id);
    if (box.box->GetValue() != wanted) box.box->SetValue(wanted);
  }
}

void Ticks::offer(const std::set<std::string>& offered) {
  bool changed = false;
  for (Box& box : boxes_) {
    const bool wanted = offered.contains(box.id);
    changed = changed || wanted != box.offered;
    box.offered = wanted;
    box.box->Show(wanted);
  }
  const bool any = std::ranges::any_of(boxes_, &Box::offered);
  if (IsShown() != any) Show(any);
  if (changed) ask_for_space();
}

int Ticks::fit(int width) {
  const FormColumns columns = form_columns(face_.look, width);
  const int label = label_->place(0, columns.stacked ? 0 : 3, columns.label);
  int top = columns.stacked ? label + 2 : 0;
  for (const Box& box : boxes_) {
    if (!box.offered) continue;
    const wxString text = wrapped_label(box.box, box.text, columns.control - kBox);
    if (box.box->GetLabel() != text) box.box->SetLabel(text);
    const int height = box.box->GetBestSize().GetHeight();
    box.box->SetSize(columns.control_left, top, columns.control, height);
    top += height + 2;
  }
  return std::max(top, label + 3);
}

}  // namespace onshi::gui
