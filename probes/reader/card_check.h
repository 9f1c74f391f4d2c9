// SPDX-License-Identifier: GPL-3.0-or-later
// Can a card be read (reader.md §6, states 6 to 8)? Does the whole card test in one session on each reader
// that holds a card; "reader.card_kind" and "reader.pin" only judge what was seen, so a card pulled out in
// the middle is simply no card. No card decides nothing about the reader: unknown, not a fault. Evidence:
// CardReports.
#pragma once

#include "probes/check/check.h"

namespace onshi {

/// A fact for each reader whose card was read.
inline constexpr const char* kReadReader = "read_reader";

Check card_check();

}  // namespace onshi
