// SPDX-License-Identifier: GPL-3.0-or-later
// The initial passwords of an environment's accounts, shown once, to be printed or copied by hand. They are
// in memory alone, until this dialog closes; no file is ever made of them. Window thread only.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include <wx/dialog.h>

#include "probes/site/site.h"
#include "wizard/gui/face.h"

namespace onshi::gui {

struct AccountWithPassword {
  PlannedAccount account;
  Secret password;
};

/// Empty when the system has no random numbers.
std::optional<std::vector<AccountWithPassword>> with_new_passwords(
    const std::vector<PlannedAccount>& accounts);

class AccountSlip : public wxDialog {
 public:
  AccountSlip(wxWindow* parent, const Face& face, Environment environment,
              std::vector<AccountWithPassword> accounts);

 private:
  void add_content(wxWindow& page);
  void add_rows(wxWindow& page, wxSizer& sizer);
  void add_buttons(wxSizer& sizer);
  void fit_on_screen(wxWindow& page);
  void print();
  [[nodiscard]] wxString heading() const;

  const Face& face_;
  Environment environment_;
  std::vector<AccountWithPassword> accounts_;
};

}  // namespace onshi::gui
