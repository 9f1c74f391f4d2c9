// SPDX-License-Identifier: GPL-3.0-or-later
// Whether the certificate is of this institution, when it carries a code at all (certificate.md §5, §6.1,
// 12): compared with the chosen code and with both sheets. Any thread.
#pragma once

#include "probes/check/check.h"

namespace onshi {

Check certificate_owner_check();

}  // namespace onshi
