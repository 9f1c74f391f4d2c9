// SPDX-License-Identifier: GPL-3.0-or-later
// Where files come in: a button that opens the system's file chooser, and a place to drop them on. Only paths
// are handed on; whoever takes them reads them in the background. Window thread only.
#pragma once

#include <filesystem>
#include <functional>
#include <string>
#include <vector>

#include <wx/button.h>

#include "wizard/gui/widgets/card.h"
#include "wizard/gui/widgets/flow_text.h"

namespace onshi::gui {

class FilePicker : public Card {
 public:
  struct Kinds {
    std::string button;  // text ids
    std::string hint;
    std::string wildcard;
    bool several = false;
  };
  FilePicker(wxWindow* parent, const Face& face, const std::string& id, const Kinds& kinds);

  void say(const wxString& state);  // what was taken, or what is being read
  int fit(int width) override;
  /// Makes this window take dropped files as well.
  void accept_drops_on(wxWindow* window);

  std::function<void(std::vector<std::filesystem::path>)> on_files =
      [](const std::vector<std::filesystem::path>&) {};

 private:
  void choose();

  Kinds kinds_;
  wxButton* button_;
  FlowText* hint_;
  FlowText* state_;
};

}  // namespace onshi::gui
