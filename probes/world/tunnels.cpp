// SPDX-License-Identifier: GPL-3.0-or-later
#include "probes/world/tunnels.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace onshi {
namespace {

template <std::size_t Count>
bool is_one_of(const std::array<std::string_view, Count>& words, const std::string& word) {
  return std::ranges::find(words, word) != words.end();
}

}  // namespace

bool carries_packets(const TunnelChild& child) {
  constexpr std::array<std::string_view, 4> states{"INSTALLED", "UPDATING", "REKEYING", "REKEYED"};
  return is_one_of(states, child.state);
}

bool is_established(const IkeSa& conversation) {
  constexpr std::array<std::string_view, 3> states{"ESTABLISHED", "REKEYING", "REKEYED"};
  return is_one_of(states, conversation.state);
}

}  // namespace onshi
