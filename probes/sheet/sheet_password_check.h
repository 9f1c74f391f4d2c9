// SPDX-License-Identifier: GPL-3.0-or-later
// What is known of the master password: printed, typed, not printed any more, or to be typed (accounts.md
// §2). It looks at whether a secret is in hand, never at the secret. Any thread.
#pragma once

#include "probes/check/check.h"

namespace onshi {

Check sheet_password_check(Environment environment);

}  // namespace onshi
