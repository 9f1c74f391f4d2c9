// SPDX-License-Identifier: GPL-3.0-or-later
// How many tries does the card's authentication PIN have left (reader.md §5)? The count was asked with an
// empty VERIFY; a PIN is never tried. A locked PIN says nothing against the reader: attention at most. Asks
// nothing of the card itself.
#pragma once

#include "probes/check/check.h"

namespace onshi {

Check pin_check();

}  // namespace onshi
