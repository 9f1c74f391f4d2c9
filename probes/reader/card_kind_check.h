// SPDX-License-Identifier: GPL-3.0-or-later
// Is it a マイナンバーカード (reader.md §5; §6, states 9 and 10)? Judged by the card's answer to SELECT and
// by its token name, never by its ATR. A phone that carries the card's functions is good too. Asks nothing of
// the card itself.
#pragma once

#include "probes/check/check.h"

namespace onshi {

Check card_kind_check();

}  // namespace onshi
