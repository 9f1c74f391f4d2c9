// SPDX-License-Identifier: GPL-3.0-or-later
#include "wizard/gui/widgets/choices.h"

#include <algorithm>

#include "wizard/gui/accessible.h"
#include "wizard/gui/child.h"
#include "wizard/gui/widgets/field.h"
#include "wizard/gui/widgets/wrapped_label.h"

namespace onshi::gui {
namespace {

constexpr int kCircle = 34;  // the button itself and the space after it

}  // namespace

Choices::Choices(wxWindow* parent, const Face& face, const std::string& id, const wxString& label,
                 const std::vector<Choice>& choices)
    : Block(parent), face_(face), id_(id) {
  label_ = make_child<FlowText>(this, face.look.body, face.look.palette.text, label);
  none_ = make_child<wxRadioButton>(this, wxID_ANY, "", wxDefaultPosition, wxDefaultSize, wxRB_GROUP);
  none_->Hide();
  none_->SetValue(true);
  for (const Choice& choice : choices) add(id, choice);
}

void Choices::add(const std::string& group, const Choice& choice) {
  auto* radio = make_child<wxRadioButton>(this, wxID_ANY, choice.text);
  radio->SetFont(face_.look.body);
  describe(radio, group + "." + choice.id, label_->said() + " " + choice.text);
  radio->Bind(wxEVT_RADIOBUTTON, [this, id = choice.id](wxCommandEvent&) { on_chosen(id); });
  buttons_.push_back({choice.id, choice.text, radio});
}

void Choices::choose(const std::string& id) {
  for (const Button& button : buttons_) {
    if (button.id == id && !button.radio->GetValue()) button.radio->SetValue(true);
  }
}

void Choices::offer(const std::vector<Choice>& choices) {
  const bool same = std::ranges::equal(choices, buttons_, {}, &Choice::text, &Button::text);
  if (!same) {
    for (const Button& button : buttons_) button.radio->Destroy();
    buttons_.clear();
    none_->SetValue(true);
    for (const Choice& choice : choices) add(id_, choice);
  }
  Show(!choices.empty());
  if (!same) ask_for_space();
}

int Choices::place(const Button& button, int left, int top, int width) {
  const wxString text = wrapped_label(button.radio, button.text, width - kCircle);
  if (button.radio->GetLabel() != text) button.radio->SetLabel(text);
  const int height = button.radio->GetBestSize().GetHeight();
  button.radio->SetSize(left, top, width, height);
  return height + 2;
}

int Choices::fit(int width) {
  const FormColumns columns = form_columns(face_.look, width);
  int top = 0;
  const int label = label_->place(0, columns.stacked ? 0 : 3, columns.label);
  if (columns.stacked) top += label + 2;
  for (const Button& button : buttons_) top += place(button, columns.control_left, top, columns.control);
  return std::max(top, label + 3);
}

}  // namespace onshi::gui
