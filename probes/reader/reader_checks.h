// SPDX-License-Identifier: GPL-3.0-or-later
// The checks of page 4, card reader: service, readers, card, what kind of card, its PIN counter, and whether
// the readers are the ones that this clinic confirmed (reader.md §5, §6). No PIN is ever tried and nothing
// personal is read: facts hold reader names, token name, tries left and ATR at most. The checks own a copy of
// the catalogue.
#pragma once

#include <vector>

#include "probes/check/check.h"
#include "probes/reader/reader_catalogue.h"

namespace onshi {

/// "reader.service", "reader.readers", "reader.card", "reader.card_kind", "reader.pin", and "reader.paired"
/// when the site has confirmed readers.
std::vector<Check> reader_checks(const Site& site, const Profile& profile, const ReaderCatalogue& catalogue);

}  // namespace onshi
