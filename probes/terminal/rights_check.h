// SPDX-License-Identifier: GPL-3.0-or-later
// May whoever runs this keep its results, and who is it? A certificate and stored passwords belong to one
// user of the system, so the user is told as a fact; so are an administrator's rights and a remote session,
// which are no faults: installation needs the one, support the other.
#pragma once

#include "probes/check/check.h"

namespace onshi {

Check rights_check();

}  // namespace onshi
