// SPDX-License-Identifier: GPL-3.0-or-later
#include "wizard/gui/widgets/password_field.h"

#include <algorithm>

#include "probes/sheet/typed_sheet.h"
#include "wizard/gui/accessible.h"
#include "wizard/gui/child.h"

namespace onshi::gui {

PasswordField::PasswordField(wxWindow* parent, const Face& face, const std::string& id, const wxString& label,
                             bool name_look_alikes)
    : Block(parent), face_(face) {
  const Look& look = face.look;
  label_ = make_child<FlowText>(this, look.body, look.palette.text, label);
  hidden_ = make_text(id, label, wxTE_PASSWORD);
  plain_ = make_text(id + ".shown", label, 0);
  plain_->Hide();
  reveal_ = make_child<wxCheckBox>(this, wxID_ANY, face.text("password.reveal"));
  reveal_->SetFont(look.body);
  describe(reveal_, id + ".reveal", face.text("password.reveal"));
  reveal_->Bind(wxEVT_CHECKBOX, [this](wxCommandEvent& event) { reveal(event.IsChecked()); });
  if (name_look_alikes) {
    look_alikes_ = make_child<LookAlikeView>(this, face);
    look_alikes_->Hide();
  }
  note_ = make_child<FlowText>(this, look.note, look.palette.muted);
}

wxTextCtrl* PasswordField::make_text(const std::string& id, const wxString& label, long style) {
  auto* text = make_child<wxTextCtrl>(this, wxID_ANY, "", wxDefaultPosition, wxDefaultSize,
                                      style | wxTE_PROCESS_ENTER);
  text->SetFont(face_.look.fixed);
  describe(text, id, label);
  text->Bind(wxEVT_TEXT, [this](wxCommandEvent&) { typed(); });
  text->Bind(wxEVT_TEXT_ENTER, [this](wxCommandEvent&) { on_enter(); });
  return text;
}

void PasswordField::reveal(bool open) {
  wxTextCtrl* from = in_use();
  open_ = open;
  in_use()->ChangeValue(from->GetValue());
  from->ChangeValue("");
  from->Hide();
  in_use()->Show();
  typed();
  ask_for_space();
}

void PasswordField::typed() {
  if (look_alikes_ != nullptr) {
    if (open_) look_alikes_->show(value());
    look_alikes_->Show(open_ && !empty());
  }
  on_typing();
  ask_for_space();
}

void PasswordField::set_value(const Secret& secret) {
  secret.reveal([this](std::string_view characters) { in_use()->ChangeValue(shown(characters)); });
  typed();
}

Secret PasswordField::value() const { return Secret::take(utf8_of(in_use()->GetValue())); }

std::optional<std::size_t> PasswordField::refused() const {
  const auto position = refused_character(value());
  return position ? std::optional(*position + 1) : std::nullopt;
}

void PasswordField::note(const FieldNote& note) {
  if (note == noted_) return;
  noted_ = note;
  note_->SetForegroundColour(note.mark == Mark::open ? face_.look.palette.muted
                                                     : colour_of(note.mark, face_.look.palette));
  note_->say(note.text);
  ask_for_space();
}

int PasswordField::fit(int width) {
  const FormColumns columns = form_columns(face_.look, width);
  const int high = height_of(*hidden_);
  const int reveal_width = reveal_->GetBestSize().GetWidth();
  int top = columns.stacked ? label_->place(0, 0, columns.label) + 2 : 0;
  if (!columns.stacked) label_->place(0, std::max(0, (high - label_->fit(columns.label)) / 2), columns.label);
  const bool beside = columns.control > reveal_width + 8 * high;
  const int text_width = beside ? columns.control - reveal_width - face_.look.gap : columns.control;
  in_use()->SetSize(columns.control_left, top, text_width, high);
  if (beside) {
    reveal_->SetSize(columns.control_left + text_width + face_.look.gap, top, reveal_width, high);
  } else {
    top += high + 2;
    reveal_->SetSize(columns.control_left, top, reveal_width, high);
  }
  top += high;
  if (look_alikes_ != nullptr && look_alikes_->IsShown()) {
    const int view = look_alikes_->fit(columns.control);
    look_alikes_->SetSize(columns.control_left, top + 4, columns.control, view);
    top += view + 4;
  }
  if (!note_->said().empty()) top += note_->place(columns.control_left, top + 2, columns.control) + 2;
  return top;
}

}  // namespace onshi::gui
