// SPDX-License-Identifier: GPL-3.0-or-later
// The proxies that Windows tells its programs: the user's (WinINET, which browsers ask) and the machine's
// (WinHTTP, which services ask). Reads settings alone. Any thread.
#pragma once

#include "probes/world/machine.h"

namespace onshi {

/// The user's first, the machine's beside it; nothing set is good.
Seen<ProxySettings> windows_proxy_settings();

}  // namespace onshi
