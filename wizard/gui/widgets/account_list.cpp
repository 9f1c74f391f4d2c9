// SPDX-License-Identifier: GPL-3.0-or-later
#include "wizard/gui/widgets/account_list.h"

#include <fmt/format.h>

#include "probes/site/text.h"
#include "wizard/gui/accessible.h"
#include "wizard/gui/child.h"
#include "wizard/gui/widgets/account_slip.h"

namespace onshi::gui {
namespace {

/// Several in one field: each face reader has an account of its own.
std::vector<std::string> names_in(const std::string& typed) {
  std::vector<std::string> names(1);
  for (const char letter : normalise_text(typed)) {
    const bool between = letter == ' ' || letter == ',' || letter == '\t';
    if (between && !names.back().empty()) names.emplace_back();
    if (!between) names.back() += letter;
  }
  if (names.back().empty()) names.pop_back();
  return names;
}

std::string names_of(const Site& site, Environment environment, AccountRole role) {
  std::string names;
  for (const PlannedAccount& account : site.accounts) {
    if (account.environment != environment || account.role != role) continue;
    names += (names.empty() ? "" : " ") + account.name;
  }
  return names;
}

}  // namespace

AccountList::AccountList(wxWindow* parent, Desk& desk, Environment environment)
    : Card(parent, desk.face), desk_(desk), environment_(environment) {
  const Look& look = face().look;
  heading_ = make_child<FlowText>(this, look.strong, look.palette.muted, face().text("accounts.heading"));
  about_ = make_child<FlowText>(this, look.body, look.palette.text, face().text("accounts.about"));
  for (const AccountRole role : kAccountRoles) fields_.emplace_back(role, add_field(role));
  passwords_ = make_child<wxButton>(this, wxID_ANY, face().text("accounts.passwords"));
  passwords_->SetFont(look.body);
  describe(passwords_, "accounts.passwords", wxButton::GetLabelText(face().text("accounts.passwords")));
  passwords_->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { show_passwords(); });
  state_ = make_child<FlowText>(this, look.note, look.palette.muted, face().text("accounts.passwords.about"));
  offer();
}

Field* AccountList::add_field(AccountRole role) {
  const std::string id = fmt::format("account.{}", name_of(role));
  auto* field = make_child<Field>(this, face(), id, face().text(id));
  field->fixed_width();
  field->set_value(names_of(desk_.session.site(), environment_, role));
  field->on_typing = [this](const std::string&) { offer(); };
  field->on_commit = [this](const std::string&) { keep(); };
  return field;
}

std::vector<PlannedAccount> AccountList::accounts() const {
  std::vector<PlannedAccount> all;
  for (const auto& [role, field] : fields_) {
    for (const std::string& name : names_in(field->value())) all.push_back({environment_, role, name});
  }
  return all;
}

void AccountList::keep() { desk_.session.set_accounts(environment_, accounts()); }

void AccountList::offer() { passwords_->Enable(!accounts().empty()); }

void AccountList::commit() {
  for (const auto& [role, field] : fields_) field->commit();
}

void AccountList::show_passwords() {
  commit();
  auto accounts_with_passwords = with_new_passwords(accounts());
  if (!accounts_with_passwords) {
    state_->say(face().text("accounts.no_random"));
    return ask_for_space();
  }
  AccountSlip slip(wxGetTopLevelParent(this), face(), environment_, *std::move(accounts_with_passwords));
  slip.ShowModal();
}

int AccountList::fit(int width) {
  const int pad = face().look.space;
  const int gap = face().look.gap / 2;
  const int inner = width - 2 * pad;
  int top = pad - 4;
  top += heading_->place(pad, top, inner) + gap;
  top += about_->place(pad, top, inner) + gap;
  for (const auto& [role, field] : fields_) {
    const int height = field->fit(inner);
    field->SetSize(pad, top, inner, height);
    top += height + gap;
  }
  const wxSize button = passwords_->GetBestSize();
  passwords_->SetSize(pad, top, button.GetWidth(), button.GetHeight());
  top += button.GetHeight() + gap;
  top += state_->place(pad, top, inner) + gap;
  return top + pad - 4;
}

}  // namespace onshi::gui
