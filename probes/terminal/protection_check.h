// SPDX-License-Identifier: GPL-3.0-or-later
// Is the system's firewall switched off? Where a plain user cannot be told, the answer is a fact and nothing
// more: the good answer says only that no sign of it was found.
#pragma once

#include "probes/check/check.h"

namespace onshi {

Check protection_check();

}  // namespace onshi
