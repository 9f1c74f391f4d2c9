// SPDX-License-Identifier: GPL-3.0-or-later
// A password that a person types or checks against paper: fixed width, hidden until it is asked to be seen,
// never altered. Under it the characters that are easily taken for one another are named one by one. What it
// holds leaves only as a Secret. Window thread only.
#pragma once

#include <functional>
#include <string>

#include <wx/checkbox.h>
#include <wx/textctrl.h>

#include "probes/site/secret.h"
#include "wizard/gui/widgets/field.h"
#include "wizard/gui/widgets/look_alike_view.h"

namespace onshi::gui {

class PasswordField : public Block {
 public:
  PasswordField(wxWindow* parent, const Face& face, const std::string& id, const wxString& label,
                bool name_look_alikes);

  void set_value(const Secret& secret);
  [[nodiscard]] Secret value() const;
  [[nodiscard]] bool empty() const { return in_use()->IsEmpty(); }
  /// The position of the first full-width or control character, counted from 1; empty when there is none.
  [[nodiscard]] std::optional<std::size_t> refused() const;
  void note(const FieldNote& note);
  void focus() { in_use()->SetFocus(); }
  int fit(int width) override;

  std::function<void()> on_typing = [] {};
  std::function<void()> on_enter = [] {};

 private:
  wxTextCtrl* make_text(const std::string& id, const wxString& label, long style);
  void reveal(bool open);
  void typed();
  [[nodiscard]] wxTextCtrl* in_use() const { return open_ ? plain_ : hidden_; }

  const Face& face_;
  bool open_ = false;
  FlowText* label_;
  wxTextCtrl* hidden_;
  wxTextCtrl* plain_;
  wxCheckBox* reveal_;
  LookAlikeView* look_alikes_ = nullptr;
  FlowText* note_;
  FieldNote noted_;
};

}  // namespace onshi::gui
