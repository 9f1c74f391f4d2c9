// SPDX-License-Identifier: GPL-3.0-or-later
// The proxy that the desktop of who runs this tells its programs, as browsers ask it. Reads settings alone
// and talks to no running desktop. Any thread.
#pragma once

#include <optional>

#include "probes/world/limit.h"
#include "probes/world/machine.h"

namespace onshi {

/// Empty where GNOME's settings do not exist or name no proxy.
Seen<std::optional<ProxySettings>> gnome_proxy_settings(const Limit& limit);
std::optional<ProxySettings> kde_proxy_settings();

}  // namespace onshi
