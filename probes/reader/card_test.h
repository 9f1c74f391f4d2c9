// SPDX-License-Identifier: GPL-3.0-or-later
// The card test that needs no PIN and learns nothing about a person: the steps 1, 2, 3, 5 and 6 of reader.md
// §5 in one session. The empty VERIFY asks for the counter and costs no try. Pure apart from the session; any
// thread.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "probes/world/cards.h"

namespace onshi {

enum class CardKind {
  my_number_card,
  resident_card,  // the old 住基カード
  android_phone,
  iphone,
  other,    // knows the application, but its token has another name
  foreign,  // does not know the application
  unclear   // answered in a way that says neither
};

std::string_view name_of(CardKind kind);

struct PinCounter {
  enum class State { not_asked, left, locked, verified_elsewhere, not_given };
  State state = State::not_asked;
  int left = 0;              // of three
  std::uint16_t status = 0;  // the card's last status word
};

std::string_view name_of(PinCounter::State state);

struct CardReport {
  std::string reader;
  std::string atr;
  CardKind kind = CardKind::unclear;
  std::string token;
  std::uint16_t status = 0;  // the status word that decided the kind
  PinCounter pin;
};

/// Of every reader that holds a card: what the cards that answered said, the registered readers' first.
using CardReports = std::vector<CardReport>;

/// Starts again at step 1 when another program resets the card, at most twice.
CardSeen<CardReport> test_card(Cards& cards, const ReaderState& reader, const Limit& limit);

}  // namespace onshi
