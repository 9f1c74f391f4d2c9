// SPDX-License-Identifier: GPL-3.0-or-later
// A heading and sentences under it, for reading only. Window thread only.
#pragma once

#include <string>
#include <vector>

#include "wizard/gui/widgets/card.h"
#include "wizard/gui/widgets/flow_text.h"

namespace onshi::gui {

class StoryCard : public Card {
 public:
  /// `id` names the card for tests and screen readers.
  StoryCard(wxWindow* parent, const Face& face, const std::string& id, const wxString& heading);

  /// Hides itself when there is nothing to tell.
  void tell(const std::vector<wxString>& sentences);
  int fit(int width) override;

 private:
  std::string id_;
  FlowText* heading_;
  std::vector<wxString> told_;
  std::vector<FlowText*> lines_;
};

}  // namespace onshi::gui
