// SPDX-License-Identifier: GPL-3.0-or-later
// Question 620: the days of the certificate (certificate.md §3).
// Reads only what "certificate.opens" handed on and the profile; sends nothing. Made once a plan, run on a
// check thread.
#pragma once

#include "probes/check/check.h"

namespace onshi {

Check certificate_validity_check();

}  // namespace onshi
