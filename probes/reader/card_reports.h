// SPDX-License-Identifier: GPL-3.0-or-later
// One answer for the cards of several readers: the worst card is told, and weighs less where another one is
// good. Pure functions, any thread.
#pragma once

#include <functional>

#include "probes/check/check.h"
#include "probes/reader/card_test.h"

namespace onshi {

/// What `judge` says of the cards that "reader.card" read; of several good ones together.
Answer answer_for_all(const Inquiry& inquiry, const std::function<Answer(const CardReport&)>& judge);

}  // namespace onshi
