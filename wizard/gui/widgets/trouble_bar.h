// SPDX-License-Identifier: GPL-3.0-or-later
// A strip over the page that says when something could not be stored or loaded. Everything entered stays in
// memory, so it never stands in the way. Window thread only.
#pragma once

#include <optional>

#include "wizard/gui/mark.h"
#include "wizard/gui/widgets/card.h"
#include "wizard/gui/widgets/flow_text.h"
#include "wizard/store/site_store.h"

namespace onshi::gui {

class TroubleBar : public Card {
 public:
  TroubleBar(wxWindow* parent, const Face& face);
  void show(const std::optional<StoreTrouble>& trouble);
  int fit(int width) override;

 private:
  void paint_on(wxGraphicsContext& canvas) override;

  FlowText* text_;
};

}  // namespace onshi::gui
