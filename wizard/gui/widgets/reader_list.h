// SPDX-License-Identifier: GPL-3.0-or-later
// The card readers that are there, with whether a card lies on each, and a box to say that this terminal uses
// it. Window thread only.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include <wx/checkbox.h>

#include "wizard/gui/widgets/card.h"
#include "wizard/gui/widgets/flow_text.h"

namespace onshi::gui {

struct ReaderEntry {
  std::string name;  // without index
  bool plugged = false;
  bool card = false;
  bool confirmed = false;
  bool operator==(const ReaderEntry&) const = default;
};

class ReaderList : public Card {
 public:
  ReaderList(wxWindow* parent, const Face& face);

  void show(const std::vector<ReaderEntry>& entries);
  int fit(int width) override;

  std::function<void(const std::string& name, bool confirmed)> on_confirm = [](const std::string&, bool) {};

 private:
  struct Line {
    FlowText* name;
    FlowText* state;
    wxCheckBox* use;
  };
  void make_lines(std::size_t count);
  void say(std::size_t index);

  std::vector<ReaderEntry> entries_;
  std::vector<Line> lines_;
  FlowText* heading_;
  FlowText* none_;
};

}  // namespace onshi::gui
