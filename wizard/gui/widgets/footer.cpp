// SPDX-License-Identifier: GPL-3.0-or-later
#include "wizard/gui/widgets/footer.h"

#include <algorithm>

#include <fmt/format.h>

#include "wizard/gui/accessible.h"
#include "wizard/gui/child.h"

namespace onshi::gui {
namespace {

using Action = Footer::Action;

const std::vector<Action> kLeft{Action::back, Action::recheck, Action::stop, Action::details};
const std::vector<Action> kRight{Action::text_size, Action::language, Action::next};

}  // namespace

Footer::Footer(wxWindow* parent, const Face& face) : Block(parent), face_(face), gap_(face.look.gap) {
  const Facts size{{"percent", std::to_string(face.look.percent)}};
  add(Action::back, "back", face.text("button.back"));
  add(Action::recheck, "recheck", face.text("button.recheck"));
  add(Action::stop, "stop", face.text("button.stop"));
  add(Action::details, "details", face.text(face.details ? "button.details_close" : "button.details"));
  add(Action::text_size, "text_size", face.text("button.text_size", size));
  add(Action::language, "language", face.text("button.language"));
  add(Action::next, "next", face.text("button.next"));
  for (wxButton* button : buttons_) button->SetFont(face.look.body);
  show({});
}

void Footer::add(Action action, const std::string& id, const wxString& text) {
  auto* made = make_child<wxButton>(this, wxID_ANY, text);
  describe(made, "button." + id, wxButton::GetLabelText(text));
  made->Bind(wxEVT_BUTTON, [this, action](wxCommandEvent&) { on_action(action); });
  buttons_.push_back(made);
}

void Footer::show(const State& state) {
  const bool had_stop = button(Action::stop)->HasFocus();
  state_ = state;
  button(Action::back)->Enable(state.back);
  button(Action::recheck)->Enable(state.recheck);
  button(Action::stop)->Enable(state.running);
  button(Action::next)->Enable(state.next);
  button(Action::next)->Show(state.next_shown);
  const wxString next = face_.text(state.last ? "button.close" : "button.next");
  if (button(Action::next)->GetLabel() != next) {
    button(Action::next)->SetLabel(next);
    describe(button(Action::next), "button.next", wxButton::GetLabelText(next));
    ask_for_space();
  }
  if (had_stop && !state.running) button(Action::recheck)->SetFocus();
}

int Footer::line_width(const std::vector<Action>& actions) const {
  int width = 0;
  for (Action action : actions)
    width += buttons_[static_cast<std::size_t>(action)]->GetBestSize().GetWidth() + gap_;
  return width;
}

int Footer::place_line(const std::vector<Action>& actions, int left, int top) {
  int height = 0;
  for (Action action : actions) {
    wxButton* one = button(action);
    const wxSize size = one->GetBestSize();
    one->SetSize(left, top, size.GetWidth(), size.GetHeight());
    left += size.GetWidth() + gap_;
    height = std::max(height, size.GetHeight());
  }
  return height;
}

int Footer::fit(int width) {
  const int pad = 12;
  int top = pad;
  const bool two_lines = line_width(kLeft) + line_width(kRight) + 2 * pad > width;
  const int left_height = place_line(kLeft, pad, top);
  if (two_lines) top += left_height + gap_;
  return top + place_line(kRight, width - pad + gap_ - line_width(kRight), top) + pad;
}

}  // namespace onshi::gui
