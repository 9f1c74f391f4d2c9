// SPDX-License-Identifier: GPL-3.0-or-later
// A labelled text field. While a person types, a note beneath says what was understood; what is typed is
// handed on shortly after the last key and at the latest when the field is left, so that nothing is lost if
// the program is killed. Window thread only.
#pragma once

#include <functional>
#include <string>

#include <wx/textctrl.h>
#include <wx/timer.h>

#include "wizard/gui/face.h"
#include "wizard/gui/mark.h"
#include "wizard/gui/widgets/block.h"
#include "wizard/gui/widgets/flow_text.h"

namespace onshi::gui {

struct FieldNote {
  Mark mark = Mark::open;  // open: a plain hint
  wxString text;
  bool operator==(const FieldNote&) const = default;
};

class Field : public Block {
 public:
  /// `id` names the field for tests and screen readers; `columns` is how many digits it should show.
  Field(wxWindow* parent, const Face& face, const std::string& id, const wxString& label, int columns = 0);

  ~Field() override;

  void set_value(const std::string& utf8);
  [[nodiscard]] std::string value() const;
  void note(const FieldNote& note);
  void fixed_width();
  /// Hands on what is typed and not yet handed on.
  void commit();
  void focus() { text_->SetFocus(); }
  int fit(int width) override;

  std::function<void(const std::string&)> on_typing = [](const std::string&) {};
  std::function<void(const std::string&)> on_commit = [](const std::string&) {};
  /// What the field should hold once it was left; for example half-width digits.
  std::function<std::string(const std::string&)> tidy = [](const std::string& text) { return text; };

 private:
  void left();

  const Face& face_;
  FlowText* label_;
  wxTextCtrl* text_;
  FlowText* note_;
  FieldNote noted_;
  wxTimer pause_;
  std::string committed_;
  int columns_;
};

/// Of one line of text with its frame. The toolkit's own size is that of small letters until the control is
/// on the screen.
int height_of(const wxTextCtrl& text);

/// Where label and control of one form line stand: side by side, or one above the other when the text is
/// large.
struct FormColumns {
  int label = 0;
  int control_left = 0;
  int control = 0;
  bool stacked = false;
};
FormColumns form_columns(const Look& look, int width);

}  // namespace onshi::gui
