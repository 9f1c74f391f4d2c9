// SPDX-License-Identifier: GPL-3.0-or-later
#include "wizard/gui/widgets/field.h"

#include <algorithm>

#include "wizard/gui/accessible.h"
#include "wizard/gui/child.h"

namespace onshi::gui {
namespace {

constexpr int kPauseMilliseconds = 300;
constexpr int kFrame = 5;  // between the letters and the edge of a text control, above and below

}  // namespace

int height_of(const wxTextCtrl& text) {
  return std::max(text.GetBestSize().GetHeight(), text.GetCharHeight() + 2 * kFrame);
}

FormColumns form_columns(const Look& look, int width) {
  const int line = look.body.GetPixelSize().GetHeight();
  FormColumns columns;
  columns.stacked = width < 26 * line;
  columns.label = columns.stacked ? width : 9 * line;
  columns.control_left = columns.stacked ? 0 : columns.label + look.gap;
  columns.control = width - columns.control_left;
  return columns;
}

Field::Field(wxWindow* parent, const Face& face, const std::string& id, const wxString& label, int columns)
    : Block(parent), face_(face), columns_(columns) {
  const Look& look = face.look;
  label_ = make_child<FlowText>(this, look.body, look.palette.text, label);
  text_ = make_child<wxTextCtrl>(this, wxID_ANY, "", wxDefaultPosition, wxDefaultSize, wxTE_PROCESS_ENTER);
  text_->SetFont(look.body);
  note_ = make_child<FlowText>(this, look.note, look.palette.muted);
  describe(text_, id, label);
  pause_.Bind(wxEVT_TIMER, [this](wxTimerEvent&) { commit(); });
  text_->Bind(wxEVT_TEXT, [this](wxCommandEvent&) {
    on_typing(value());
    pause_.StartOnce(kPauseMilliseconds);
  });
  text_->Bind(wxEVT_KILL_FOCUS, [this](wxFocusEvent& event) {
    left();
    event.Skip();
  });
}

// A text control that loses the keyboard while it is destroyed must not call us any more.
Field::~Field() { text_->SetEvtHandlerEnabled(false); }

void Field::left() {
  const std::string tidied = tidy(value());
  if (tidied != value()) text_->ChangeValue(shown(tidied));
  commit();
}

void Field::commit() {
  pause_.Stop();
  if (value() == committed_) return;
  committed_ = value();
  on_commit(committed_);
}

void Field::set_value(const std::string& utf8) {
  committed_ = utf8;
  if (value() != utf8) text_->ChangeValue(shown(utf8));
  on_typing(utf8);
}

std::string Field::value() const { return utf8_of(text_->GetValue()); }

void Field::note(const FieldNote& note) {
  if (note == noted_) return;
  noted_ = note;
  note_->SetForegroundColour(note.mark == Mark::open ? face_.look.palette.muted
                                                     : colour_of(note.mark, face_.look.palette));
  note_->say(note.text);
  describe(text_, utf8_of(text_->GetName()), label_->said() + " " + note.text);
  ask_for_space();
}

void Field::fixed_width() { text_->SetFont(face_.look.fixed); }

int Field::fit(int width) {
  const FormColumns columns = form_columns(face_.look, width);
  const int high = height_of(*text_);
  const int letter = face_.look.body.GetPixelSize().GetWidth();
  const int wide =
      columns_ > 0 ? std::min(columns.control, (columns_ + 3) * std::max(letter, high / 3)) : columns.control;
  int top = 0;
  const int label = label_->fit(columns.label);
  if (columns.stacked) {
    top += label_->place(0, 0, columns.label) + 2;
  } else {
    label_->place(0, std::max(0, (high - label) / 2), columns.label);
  }
  text_->SetSize(columns.control_left, top, wide, high);
  top += high;
  if (!note_->said().empty()) top += note_->place(columns.control_left, top + 2, columns.control) + 2;
  return std::max(top, label);
}

}  // namespace onshi::gui
