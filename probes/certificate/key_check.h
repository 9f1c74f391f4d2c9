// SPDX-License-Identifier: GPL-3.0-or-later
// Question 630: key and usage are fit for TLS.
// Reads only what "certificate.opens" handed on and the profile; sends nothing. Made once a plan, run on a
// check thread.
#pragma once

#include "probes/check/check.h"

namespace onshi {

Check certificate_key_check();

}  // namespace onshi
