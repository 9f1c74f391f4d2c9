// SPDX-License-Identifier: GPL-3.0-or-later
// Under which key a card's answer is recorded: the command, and for READ and VERIFY what was selected before
// it, because the same bytes ask for two different counters. Owned by one session; one thread.
#pragma once

#include <cstdint>
#include <span>
#include <string>

namespace onshi {

class CardAnswerKey {
 public:
  /// "00A4020C02001B 00200080"; of a SELECT the command alone. Remembers a SELECT.
  std::string next(std::span<const std::uint8_t> command);

 private:
  std::string selected_;
};

}  // namespace onshi
