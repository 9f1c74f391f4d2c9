// SPDX-License-Identifier: GPL-3.0-or-later
// One of several, as radio buttons under a label; long wordings wrap. Window thread only.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include <wx/radiobut.h>

#include "wizard/gui/face.h"
#include "wizard/gui/widgets/block.h"
#include "wizard/gui/widgets/flow_text.h"

namespace onshi::gui {

struct Choice {
  std::string id;
  wxString text;
};

class Choices : public Block {
 public:
  /// Nothing is chosen at first unless `choose` is called.
  Choices(wxWindow* parent, const Face& face, const std::string& id, const wxString& label,
          const std::vector<Choice>& choices);

  void choose(const std::string& id);
  /// Others in place of these; hides itself when there is nothing to choose from.
  void offer(const std::vector<Choice>& choices);
  int fit(int width) override;

  std::function<void(const std::string& id)> on_chosen = [](const std::string&) {};

 private:
  struct Button {
    std::string id;
    wxString text;
    wxRadioButton* radio;
  };
  void add(const std::string& group, const Choice& choice);
  int place(const Button& button, int left, int top, int width);

  const Face& face_;
  std::string id_;
  FlowText* label_;
  wxRadioButton* none_ = nullptr;  // hidden; chosen as long as a person chose nothing
  std::vector<Button> buttons_;
};

}  // namespace onshi::gui
