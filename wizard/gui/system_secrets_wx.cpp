// SPDX-License-Identifier: GPL-3.0-or-later
#include <wx/secretstore.h>

#include "wizard/gui/system_secrets.h"

namespace onshi::gui {
namespace {

constexpr const char* kUser = "onshi-setup";

}  // namespace

bool system_secrets_there() { return wxSecretStore::GetDefault().IsOk(); }

bool save_system_secret(const std::string& entry, const Secret& secret) {
  return secret.reveal([&](std::string_view characters) {
    const wxSecretValue value(characters.size(), characters.data());
    return wxSecretStore::GetDefault().Save(wxString::FromUTF8(entry), kUser, value);
  });
}

std::optional<Secret> load_system_secret(const std::string& entry) {
  wxString user;
  wxSecretValue value;
  if (!wxSecretStore::GetDefault().Load(wxString::FromUTF8(entry), user, value)) return std::nullopt;
  return Secret::take(std::string(static_cast<const char*>(value.GetData()), value.GetSize()));
}

void forget_system_secret(const std::string& entry) {
  wxSecretStore::GetDefault().Delete(wxString::FromUTF8(entry));
}

}  // namespace onshi::gui
