// SPDX-License-Identifier: GPL-3.0-or-later
// The readers of this moment, handed from check to check: "reader.service" gives all, "reader.readers" the
// real ones. A plain value, any thread.
#pragma once

#include <string>
#include <vector>

#include "probes/check/facts.h"
#include "probes/site/site.h"
#include "probes/world/cards.h"

namespace onshi {

struct ReaderList {
  std::vector<ReaderState> readers;
  std::vector<PairedReader> identities;  // of each, by "reader.readers"
};

/// How many there are and their names, in the service's order.
Facts facts_of(const ReaderList& list);

}  // namespace onshi
