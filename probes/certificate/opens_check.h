// SPDX-License-Identifier: GPL-3.0-or-later
// Certificate.opens, question 600: the PKCS#12 opens with its password, or one exact cause.
// Reads only what "certificate.opens" handed on and the profile; sends nothing. Made once a plan, run on a
// check thread.
#pragma once

#include "probes/check/check.h"

namespace onshi {

Check certificate_opens_check();

}  // namespace onshi
