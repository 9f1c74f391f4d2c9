// SPDX-License-Identifier: GPL-3.0-or-later
// 次にすること: the steps for one finding, who must act, and the sentence to read out on the phone. Window
// thread only.
#pragma once

#include <optional>
#include <vector>

#include "wizard/gui/widgets/card.h"
#include "wizard/gui/widgets/flow_text.h"

namespace onshi::gui {

class NextSteps : public Card {
 public:
  NextSteps(wxWindow* parent, const Face& face);

  /// Shows what to do about this finding, and `calls` where the advice is to ring the call centre; hides
  /// itself when there is nothing to do.
  void show(const std::optional<Finding>& finding, const std::vector<std::string>& calls = {});
  int fit(int width) override;

 private:
  void say_steps(const std::vector<std::string>& steps);
  wxString contact(const Finding& finding, const FindingWords& words,
                   const std::vector<std::string>& calls) const;

  FlowText* heading_;
  FlowText* contact_;
  std::vector<FlowText*> numbers_;
  std::vector<FlowText*> steps_;
};

}  // namespace onshi::gui
