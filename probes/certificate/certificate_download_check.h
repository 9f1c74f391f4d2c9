// SPDX-License-Identifier: GPL-3.0-or-later
// Whether the certificate that was applied for is in hand, or how long it can still be fetched: 180 days from
// the application (certificate.md §2). Asked only when a person told the day of the application. Any thread.
#pragma once

#include "probes/check/check.h"

namespace onshi {

Check certificate_download_check();

}  // namespace onshi
