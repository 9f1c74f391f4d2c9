// SPDX-License-Identifier: GPL-3.0-or-later
// The system's own store of secrets: libsecret on Linux (Debian builds wxWidgets without its own door to it),
// wxSecretStore elsewhere. Each call may wait for the person to unlock it, so never call these on the
// window's thread. Any other thread.
#pragma once

#include <optional>
#include <string>

#include "probes/site/secret.h"

namespace onshi::gui {

bool system_secrets_there();
bool save_system_secret(const std::string& entry, const Secret& secret);
std::optional<Secret> load_system_secret(const std::string& entry);
void forget_system_secret(const std::string& entry);

}  // namespace onshi::gui
