// SPDX-License-Identifier: GPL-3.0-or-later
// Is there a card service, does it let us in, and are its readers this terminal's (reader.md §6, states 1 to
// 3)? Evidence: ReaderList, as the service says it.
#pragma once

#include "probes/check/check.h"

namespace onshi {

Check reader_service_check();

}  // namespace onshi
