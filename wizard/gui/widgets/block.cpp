// SPDX-License-Identifier: GPL-3.0-or-later
#include "wizard/gui/widgets/block.h"

namespace onshi {

wxDEFINE_EVENT(EVT_WANTS_SPACE, wxCommandEvent);

void Block::ask_for_space() {
  wxCommandEvent event(EVT_WANTS_SPACE, GetId());
  event.SetEventObject(this);
  ProcessWindowEvent(event);
}

}  // namespace onshi
