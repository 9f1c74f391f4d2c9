// SPDX-License-Identifier: GPL-3.0-or-later
// Walking through netlink bytes without trusting their lengths: messages, their fixed part, their attributes.
// Views into the caller's bytes; any thread.
#pragma once

#include <cstdint>
#include <cstring>
#include <map>
#include <optional>
#include <string_view>

namespace onshi {

struct NetlinkMessage {
  std::uint16_t type = 0;
  std::uint16_t flags = 0;
  std::string_view body;
};

/// Takes the first message off `bytes`; empty when there is none or it is cut.
std::optional<NetlinkMessage> take_message(std::string_view& bytes);

using NetlinkAttributes = std::map<std::uint16_t, std::string_view>;  // the first of each type
NetlinkAttributes attributes_in(std::string_view bytes);

/// The fixed part at the start of `bytes`; zeroes where they are too short.
template <typename Fixed>
Fixed fixed_part(std::string_view bytes) {
  Fixed part{};
  std::memcpy(&part, bytes.data(), std::min(sizeof part, bytes.size()));
  return part;
}

/// What follows a fixed part of that type, aligned as netlink does.
template <typename Fixed>
std::string_view after(std::string_view bytes) {
  constexpr std::size_t aligned = (sizeof(Fixed) + 3) & ~std::size_t{3};
  return bytes.size() > aligned ? bytes.substr(aligned) : std::string_view{};
}

/// A number of that type, or `otherwise` when the attribute is absent.
template <typename Number>
Number number_of(const NetlinkAttributes& attributes, std::uint16_t type, Number otherwise = {}) {
  auto found = attributes.find(type);
  return found == attributes.end() ? otherwise : fixed_part<Number>(found->second);
}

/// A text without its closing zero.
std::string_view text_of(const NetlinkAttributes& attributes, std::uint16_t type);

}  // namespace onshi
