// SPDX-License-Identifier: GPL-3.0-or-later
// A revealed password in large fixed-width characters, digits and signs in a colour and on a ground of their
// own, and under it a sentence for each character that is easily taken for another. Window thread only.
#pragma once

#include "probes/site/secret.h"
#include "wizard/gui/widgets/card.h"
#include "wizard/gui/widgets/flow_text.h"

namespace onshi::gui {

class LookAlikeView : public Card {
 public:
  LookAlikeView(wxWindow* parent, const Face& face);

  void show(const Secret& secret);
  int fit(int width) override;

 private:
  void paint_on(wxGraphicsContext& canvas) override;
  void paint_letter(wxGraphicsContext& canvas, wxUniChar letter, wxPoint corner) const;
  [[nodiscard]] wxSize cell() const;
  [[nodiscard]] int per_line(int width) const;
  [[nodiscard]] wxString explained(std::string_view characters) const;

  Secret secret_;
  int count_ = 0;  // characters
  FlowText* explained_;
};

}  // namespace onshi::gui
