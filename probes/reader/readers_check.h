// SPDX-License-Identifier: GPL-3.0-or-later
// Is a usable reader attached (reader.md §6, states 4 and 5)? Readers are matched by their USB numbers first,
// then by name; virtual ones are left out. Evidence: ReaderList, the real readers only.
#pragma once

#include <memory>

#include "probes/check/check.h"
#include "probes/reader/reader_catalogue.h"

namespace onshi {

Check readers_check(std::shared_ptr<const ReaderCatalogue> catalogue);

}  // namespace onshi
