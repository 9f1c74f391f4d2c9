// SPDX-License-Identifier: GPL-3.0-or-later
// The section names of an INI file, as the face readers' software writes one (accounts.md §7.1). What stands
// in the sections is never kept. Pure function, any thread.
#pragma once

#include <string_view>

#include "probes/world/machine.h"

namespace onshi {

/// Letters that are not plain become question marks: their encoding is known to nobody.
FaceRegistry sections_in(std::string_view ini);

}  // namespace onshi
