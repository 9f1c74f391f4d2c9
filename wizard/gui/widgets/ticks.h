// SPDX-License-Identifier: GPL-3.0-or-later
// Several of several, as boxes to tick under a label; only those that apply now are there. Window thread
// only.
#pragma once

#include <functional>
#include <set>
#include <string>
#include <vector>

#include <wx/checkbox.h>

#include "wizard/gui/face.h"
#include "wizard/gui/widgets/block.h"
#include "wizard/gui/widgets/choices.h"
#include "wizard/gui/widgets/flow_text.h"

namespace onshi::gui {

class Ticks : public Block {
 public:
  Ticks(wxWindow* parent, const Face& face, const std::string& id, const wxString& label,
        const std::vector<Choice>& choices);

  void set(const std::set<std::string>& ticked);
  /// Only these are there; without any the whole block goes.
  void offer(const std::set<std::string>& offered);
  int fit(int width) override;

  std::function<void(const std::string& id, bool ticked)> on_tick = [](const std::string&, bool) {};

 private:
  struct Box {
    std::string id;
    wxString text;
    wxCheckBox* box;
    bool offered = true;
  };
  void add(const std::string& group, const Choice& choice);

  const Face& face_;
  FlowText* label_;
  std::vector<Box> boxes_;
};

}  // namespace onshi::gui
