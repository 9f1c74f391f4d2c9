// SPDX-License-Identifier: GPL-3.0-or-later
// マスタアカウントから作るアカウント: the checklist of an environment's accounts, names alone, and initial
// passwords for them on request. Window thread only.
#pragma once

#include <vector>

#include <wx/button.h>

#include "wizard/gui/desk.h"
#include "wizard/gui/widgets/card.h"
#include "wizard/gui/widgets/field.h"
#include "wizard/gui/widgets/flow_text.h"

namespace onshi::gui {

class AccountList : public Card {
 public:
  AccountList(wxWindow* parent, Desk& desk, Environment environment);

  int fit(int width) override;
  /// Hands on names that are typed and not yet handed on.
  void commit();

 private:
  Field* add_field(AccountRole role);
  [[nodiscard]] std::vector<PlannedAccount> accounts() const;
  void keep();
  void offer();
  void show_passwords();

  Desk& desk_;
  Environment environment_;
  FlowText* heading_;
  FlowText* about_;
  std::vector<std::pair<AccountRole, Field*>> fields_;
  wxButton* passwords_;
  FlowText* state_;
};

}  // namespace onshi::gui
