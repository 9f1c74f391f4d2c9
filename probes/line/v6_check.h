// SPDX-License-Identifier: GPL-3.0-or-later
// Observes what v6_option.h decides by: the NGN, the closed resolvers, and TCP to the 配信 host, whose every
// address is tried, and tried again before "no" is said. This is the only check that connects to the 配信
// host on line type 1. Runs on a check thread.
#pragma once

#include "probes/check/check.h"

namespace onshi {

/// Hands on `V6Observations`.
Check v6_check();

}  // namespace onshi
