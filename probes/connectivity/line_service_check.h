// SPDX-License-Identifier: GPL-3.0-or-later
// Do the line's other services take a connection: 回線認証 on line type 1, the CRL host, and the 配信 host
// where no v6 option is asked for (on line type 1 that host belongs to "v6.option")? Warnings, since the
// verification host decides. Uses the addresses that "line.names" found; lists that the terminal fetches
// through a proxy are asked for there. Runs on a check thread.
#pragma once

#include <vector>

#include "probes/check/check.h"

namespace onshi {

std::vector<Check> line_service_checks(const Site& site, const Profile& profile);

}  // namespace onshi
