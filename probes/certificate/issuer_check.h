// SPDX-License-Identifier: GPL-3.0-or-later
// Question 640: it comes from the issuer that the profile expects (certificate.md §1).
// Reads only what "certificate.opens" handed on and the profile; sends nothing. Made once a plan, run on a
// check thread.
#pragma once

#include "probes/check/check.h"

namespace onshi {

Check certificate_issuer_check();

}  // namespace onshi
