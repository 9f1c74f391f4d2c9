// SPDX-License-Identifier: GPL-3.0-or-later
// Question 660: the code in it, when there is one, is this institution's.
// Reads only what "certificate.opens" handed on and the profile; sends nothing. Made once a plan, run on a
// check thread.
#pragma once

#include "probes/check/check.h"

namespace onshi {

Check certificate_owner_check();

}  // namespace onshi
