// SPDX-License-Identifier: GPL-3.0-or-later
// A card session behind the gate: the only kind that Cards::open hands out, live or recorded. A reset or any
// other trouble on the way sends the conversation back to step 1, and so does a card that says more than it
// was asked: that goes no further. One thread at a time, as every session.
#pragma once

#include <memory>

#include "probes/world/card_gate.h"
#include "probes/world/cards.h"

namespace onshi {

class GatedSession : public CardSession {
 public:
  explicit GatedSession(std::unique_ptr<CardSession> behind) : behind_(std::move(behind)) {}
  CardSeen<CardBytes> transmit(std::span<const std::uint8_t> command, const Limit& limit) override;

 private:
  std::unique_ptr<CardSession> behind_;
  CardGate gate_;
};

}  // namespace onshi
