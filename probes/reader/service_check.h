// SPDX-License-Identifier: GPL-3.0-or-later
// Is there a card service, does it let us in, and are its readers this terminal's (reader.md §6, states 1 to
// 3)? In a remote session a reader counts as this terminal's when it is found on its USB. Evidence:
// ReaderList, as the service says it.
#pragma once

#include <memory>

#include "probes/check/check.h"
#include "probes/reader/reader_catalogue.h"

namespace onshi {

Check reader_service_check(std::shared_ptr<const ReaderCatalogue> catalogue);

}  // namespace onshi
