// SPDX-License-Identifier: GPL-3.0-or-later
// What the browsers of this user have of the certificate: whether it lies in their store, whether another
// one could be taken for it, and, where it was installed by this program, whether the installation is still
// whole (certificate.md §5, §9). Nothing is missing where nobody asked for it. Any thread.
#pragma once

#include "probes/certificate/certificate_checks.h"

namespace onshi {

Check certificate_browser_check(BrowserWish wish);

}  // namespace onshi
