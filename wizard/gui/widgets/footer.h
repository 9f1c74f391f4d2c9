// SPDX-License-Identifier: GPL-3.0-or-later
// The buttons at the bottom of the window, the same on every page: back, check again, stop, details, text
// size, language, next. With large text they stand in two lines. Window thread only.
#pragma once

#include <functional>
#include <vector>

#include <wx/button.h>

#include "wizard/gui/face.h"
#include "wizard/gui/widgets/block.h"

namespace onshi::gui {

class Footer : public Block {
 public:
  enum class Action { back, recheck, stop, details, text_size, language, next };
  Footer(wxWindow* parent, const Face& face);

  struct State {
    bool back = false;
    bool recheck = false;
    bool running = false;
    bool next = false;
    bool next_shown = true;
    bool last = false;  // nothing follows: the button closes the window
    bool operator==(const State&) const = default;
  };
  void show(const State& state);
  [[nodiscard]] bool can_go_on() const { return state_.next; }
  int fit(int width) override;
  wxButton* button(Action action) { return buttons_[static_cast<std::size_t>(action)]; }

  std::function<void(Action)> on_action = [](Action) {};

 private:
  void add(Action action, const std::string& id, const wxString& text);
  int line_width(const std::vector<Action>& actions) const;
  int place_line(const std::vector<Action>& actions, int left, int top);

  const Face& face_;
  State state_;
  std::vector<wxButton*> buttons_;  // by Action
  int gap_;
};

}  // namespace onshi::gui
