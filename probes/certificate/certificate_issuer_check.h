// SPDX-License-Identifier: GPL-3.0-or-later
// Whether the issuer is the one that the profile names (certificate.md §1). While the profile is unconfirmed
// a difference is worth a look only. Asked only when the profile names an issuer. Any thread.
#pragma once

#include "probes/check/check.h"

namespace onshi {

Check certificate_issuer_check();

}  // namespace onshi
