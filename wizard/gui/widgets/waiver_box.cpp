// SPDX-License-Identifier: GPL-3.0-or-later
#include "wizard/gui/widgets/waiver_box.h"

#include <algorithm>

#include "wizard/gui/accessible.h"
#include "wizard/gui/child.h"
#include "wizard/gui/widgets/field.h"

namespace onshi::gui {

WaiverBox::WaiverBox(wxWindow* parent, const Face& face, std::string& draft) : Card(parent, face) {
  const Look& look = face.look;
  text_ = make_child<FlowText>(this, look.body, look.palette.text);
  reason_ = make_child<wxTextCtrl>(this, wxID_ANY, "", wxDefaultPosition, wxDefaultSize, wxTE_PROCESS_ENTER);
  reason_->SetFont(look.body);
  button_ = make_child<wxButton>(this, wxID_ANY, "");
  button_->SetFont(look.body);
  describe(reason_, "waiver.reason", face.text("waiver.reason"));
  button_->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { press(); });
  reason_->Bind(wxEVT_TEXT_ENTER, [this](wxCommandEvent&) { press(); });
  reason_->ChangeValue(shown(draft));
  reason_->Bind(wxEVT_TEXT, [this, &draft](wxCommandEvent&) {
    draft = utf8_of(reason_->GetValue());
    button_->Enable(waived_ || !reason().empty());
  });
  show(std::nullopt);
}

void WaiverBox::press() {
  if (waived_) return on_withdraw();
  if (!reason().empty()) on_waive(utf8_of(reason()));
}

wxString WaiverBox::reason() const {
  wxString text = reason_->GetValue();
  text.Replace(wxString::FromUTF8("\xE3\x80\x80"), " ");  // a full-width space is no reason either
  return text.Strip(wxString::both);
}

void WaiverBox::show(const std::optional<Waiver>& waiver) {
  waived_ = waiver.has_value();
  text_->say(waived_ ? face().text("waiver.waived", Facts{{"reason", waiver->reason}})
                     : face().text("waiver.offer"));
  const wxString label = face().text(waived_ ? "waiver.withdraw" : "waiver.button");
  button_->SetLabel(label);
  describe(button_, "waiver.button", wxButton::GetLabelText(label));
  reason_->Show(!waived_);
  button_->Enable(waived_ || !reason().empty());
  ask_for_space();
}

int WaiverBox::fit(int width) {
  const int pad = face().look.space - 2;
  const int inner = width - 2 * pad;
  int top = pad;
  top += text_->place(pad, top, inner) + 6;
  const wxSize button = button_->GetBestSize();
  const bool beside = inner > button.GetWidth() * 2;
  const int reason_width = beside ? inner - button.GetWidth() - face().look.gap : inner;
  const int high = std::max(button.GetHeight(), height_of(*reason_));
  if (!waived_) {
    reason_->SetSize(pad, top, reason_width, high);
    if (!beside) top += high + 6;
  }
  button_->SetSize(pad + inner - button.GetWidth(), top, button.GetWidth(), high);
  return top + high + pad;
}

}  // namespace onshi::gui
