// SPDX-License-Identifier: GPL-3.0-or-later
// A shared connection to one card inside a transaction (reader.md §4, 8 to 11), without its gate, which
// Cards::open puts before it. The card is left as it was. One thread at a time.
#pragma once

#include <memory>

#include "probes/world/live/pcsc_context.h"

namespace onshi {

CardSeen<std::unique_ptr<CardSession>> open_card(const std::shared_ptr<PcscApi>& api,
                                                 const std::string& reader, const Limit& limit);

}  // namespace onshi
