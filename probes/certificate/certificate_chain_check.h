// SPDX-License-Identifier: GPL-3.0-or-later
// Whether the certificate leads to a root of the profile, today, by signatures that hold (certificate.md
// §6.1, 11). Asked only when the profile has roots for terminals. Any thread.
#pragma once

#include "probes/check/check.h"

namespace onshi {

Check certificate_chain_check();

}  // namespace onshi
