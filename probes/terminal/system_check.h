// SPDX-License-Identifier: GPL-3.0-or-later
// Is the operating system one on which this program was tried? Evidence: SystemFacts, which the rights and
// the protection are read from.
#pragma once

#include "probes/check/check.h"

namespace onshi {

Check system_check();

}  // namespace onshi
