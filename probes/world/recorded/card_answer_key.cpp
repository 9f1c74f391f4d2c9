// SPDX-License-Identifier: GPL-3.0-or-later
#include "probes/world/recorded/card_answer_key.h"

#include "probes/world/hexadecimal.h"

namespace onshi {

std::string CardAnswerKey::next(std::span<const std::uint8_t> command) {
  constexpr std::uint8_t select = 0xA4;
  std::string bytes = to_hexadecimal(command);
  if (command.size() < 2 || command[1] != select) return selected_.empty() ? bytes : selected_ + " " + bytes;
  selected_ = bytes;
  return bytes;
}

}  // namespace onshi
