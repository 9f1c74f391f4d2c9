// SPDX-License-Identifier: GPL-3.0-or-later
// Is the server at the other end the service's, by its certificate? One handshake without a client
// certificate, judged by tls_judgement.h. Hands on the `HostAddresses` that is used from here on. Runs on a
// check thread.
#pragma once

#include "probes/connectivity/ladder_host.h"

namespace onshi {

/// `after`: checks to wait for, among them perhaps "terminal.clock", whose `ClockOffset` explains wrong
/// dates.
Check tls_check(const LadderHost& host, std::vector<std::string> after);

}  // namespace onshi
