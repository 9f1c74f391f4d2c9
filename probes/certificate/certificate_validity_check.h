// SPDX-License-Identifier: GPL-3.0-or-later
// Whether the certificate is valid today, and for how many days still: the thresholds are those of the MPKI
// client (certificate.md §3). Days are counted as days in Japan. A clock that is known to be wrong is put
// right first, so that it is the clock that is complained of (§8). Any thread.
#pragma once

#include "probes/check/check.h"

namespace onshi {

/// With what must be done by when, also by the dates that a person gave.
Check certificate_validity_check();

}  // namespace onshi
