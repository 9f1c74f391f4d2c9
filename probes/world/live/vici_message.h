// SPDX-License-Identifier: GPL-3.0-or-later
// Packets of VICI, the language in which the IKE program charon is asked for its state: writing what we ask,
// reading what comes back. Whatever bytes come, reading ends, within the bounds below; names and
// values are made readable UTF-8 of bounded length. Pure, any thread.
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace onshi {

inline constexpr std::size_t kViciHeader = 4;                // length of what follows, big endian
inline constexpr std::size_t kLongestVici = 512UZ * 1024UZ;  // by the protocol
inline constexpr std::size_t kLongestViciText = 200;         // bytes that we keep of a name or value

enum class ViciKind : std::uint8_t {
  request,
  response,
  unknown_command,
  register_event,
  unregister_event,
  event_confirmed,
  unknown_event,
  event
};

struct ViciSection {
  std::string name{};  // empty for the whole message
  std::map<std::string, std::string> values{};
  std::map<std::string, std::vector<std::string>> lists{};
  std::vector<ViciSection> sections{};

  /// Empty when there is none.
  [[nodiscard]] std::string value(const std::string& key) const;
  [[nodiscard]] std::vector<std::string> list(const std::string& key) const;
  [[nodiscard]] const ViciSection* section(std::string_view wanted) const;
};

struct ViciPacket {
  ViciKind kind = ViciKind::response;
  std::string name{};  // of requests and events
  ViciSection message{};
};

/// With its length header.
std::string vici_packet(ViciKind kind, std::string_view name,
                        const std::map<std::string, std::string>& values = {});

/// What the four bytes say of the length; nothing when the protocol does not allow it.
std::optional<std::size_t> vici_length(std::string_view header);

/// Of the bytes behind the length; nothing when they are no packet.
std::optional<ViciPacket> read_vici_packet(std::string_view bytes);

}  // namespace onshi
