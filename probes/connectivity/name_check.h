// SPDX-License-Identifier: GPL-3.0-or-later
// Does the host's name resolve? Asks the resolvers that answered for the line, one after the other until one
// knows it. Hands on `HostAddresses`. Runs on a check thread.
#pragma once

#include "probes/connectivity/ladder_host.h"

namespace onshi {

Check name_check(const LadderHost& host);

}  // namespace onshi
