// SPDX-License-Identifier: GPL-3.0-or-later
// Waiting for nothing: until a limit is over, or a person stops it. Any thread.
#pragma once

#include "probes/world/limit.h"

namespace onshi {

void wait_out(const Limit& limit);

}  // namespace onshi
