// SPDX-License-Identifier: GPL-3.0-or-later
// The card readers that are there, what to know of each model, whether a card lies on each, and a box to say
// that this terminal uses it. Only a reader that has read a card can be taken into use. Window thread only.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include <wx/checkbox.h>

#include "probes/site/site.h"
#include "wizard/gui/widgets/card.h"
#include "wizard/gui/widgets/flow_text.h"

namespace onshi::gui {

struct ReaderEntry {
  PairedReader reader{};
  bool plugged = false;
  bool card = false;
  bool card_read = false;
  bool confirmed = false;
  bool face = false;       // driven by its maker's program: nothing to confirm here
  std::string replaces{};  // the registered reader whose place it takes when it is taken into use
  std::string note{};      // of the model, in the window's language
  bool operator==(const ReaderEntry&) const = default;
};

class ReaderList : public Card {
 public:
  ReaderList(wxWindow* parent, const Face& face);

  /// Until it is called first, the list says that it is being looked for readers.
  void show(const std::vector<ReaderEntry>& entries);
  int fit(int width) override;

  std::function<void(const PairedReader& reader, bool confirmed)> on_confirm = [](const PairedReader&, bool) {
  };

 private:
  struct Line {
    FlowText* name;
    FlowText* state;
    FlowText* note;
    wxCheckBox* use;
  };
  void make_lines(std::size_t count);
  void say(std::size_t index);
  [[nodiscard]] wxString said_of(const ReaderEntry& entry) const;

  std::vector<ReaderEntry> entries_;
  std::vector<Line> lines_;
  FlowText* heading_;
  FlowText* none_;
};

}  // namespace onshi::gui
