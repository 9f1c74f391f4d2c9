// SPDX-License-Identifier: GPL-3.0-or-later
// Whether the certificate is one for a terminal: a strong key, client authentication, no authority of its
// own. Any thread.
#pragma once

#include "probes/check/check.h"

namespace onshi {

Check certificate_key_check();

}  // namespace onshi
