// SPDX-License-Identifier: GPL-3.0-or-later
#include "wizard/gui/widgets/block.h"

namespace onshi::gui {

wxDEFINE_EVENT(EVT_WANTS_SPACE, wxCommandEvent);

Block::Block(wxWindow* parent)
    : wxPanel(parent, wxID_ANY, wxDefaultPosition, wxDefaultSize, wxTAB_TRAVERSAL) {
  m_container.DisableSelfFocus();  // Tab stops only where there is something to do
}

bool Block::holds_keyboard() const {
  wxWindow* holder = FindFocus();
  return holder != nullptr && IsDescendant(holder);
}

void Block::ask_for_space() {
  wxCommandEvent event(EVT_WANTS_SPACE, GetId());
  event.SetEventObject(this);
  ProcessWindowEvent(event);
}

}  // namespace onshi::gui
