// SPDX-License-Identifier: GPL-3.0-or-later
// Does the line that was observed agree with what was declared: 電気通信回線種別 and the region of the
// お客さまID (line.md §12, application.md §4.2)? Declared and observed stay side by side; neither corrects
// the other. Check thread.
#pragma once

#include "probes/check/check.h"

namespace onshi {

/// Only for a site whose line type was declared.
Check declared_check();

}  // namespace onshi
