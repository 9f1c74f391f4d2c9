// SPDX-License-Identifier: GPL-3.0-or-later
// The fields that were recognised in a picture, each with a box that a person ticks after comparing it with
// the paper. Not there when nothing waits. Window thread only.
#pragma once

#include <functional>
#include <map>
#include <set>

#include <wx/checkbox.h>

#include "probes/site/master_account_sheet.h"
#include "wizard/gui/face.h"
#include "wizard/gui/widgets/block.h"
#include "wizard/gui/widgets/flow_text.h"

namespace onshi::gui {

class UnconfirmedBox : public Block {
 public:
  /// `slot` is the environment of the page, which a person compares too.
  UnconfirmedBox(wxWindow* parent, const Face& face, Environment slot);

  /// Asks anew for all of these: another sheet is shown.
  void ask(const std::set<SheetEntry>& entries);
  /// What still waits; a box whose field was typed anew is ticked.
  void show(const std::set<SheetEntry>& waiting);
  int fit(int width) override;

  std::function<void(SheetEntry entry, bool confirmed)> on_tick = [](SheetEntry, bool) {};

 private:
  wxCheckBox* make_box(SheetEntry entry);

  const Face& face_;
  Environment slot_;
  FlowText* about_;
  std::map<SheetEntry, wxCheckBox*> boxes_;  // of the fields that are asked for
};

}  // namespace onshi::gui
