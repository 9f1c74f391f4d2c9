// SPDX-License-Identifier: GPL-3.0-or-later
// Numeric IP addresses as values: reading, canonical text and membership in a network by real bit comparison,
// without any header of the system. String tests such as "begins with 2408:" are a known bug (line.md §2).
// Pure, any thread.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace onshi {

struct IpAddress {
  bool ipv6 = false;
  std::array<std::uint8_t, 16> bytes{};  // an IPv4 address uses the first four

  [[nodiscard]] int bits() const { return ipv6 ? 128 : 32; }
  bool operator==(const IpAddress&) const = default;
};

/// "192.0.2.1" or "2001:db8::1"; nothing around it, no scope, no leading zeros in IPv4.
std::optional<IpAddress> parse_ip(std::string_view text);

/// IPv6 as RFC 5952 writes it: lower case, the longest run of zeros shortened.
std::string text_of(const IpAddress& address);

/// The text in canonical form, or as it is when it is no address; for comparing addresses from different
/// sources.
std::string canonical_ip(std::string_view text);

struct IpNetwork {
  IpAddress address;
  int length = 0;
  bool operator==(const IpNetwork&) const = default;
};

/// "2001:db8::/32"; nothing when a bit behind the length is set.
std::optional<IpNetwork> parse_network(std::string_view text);

/// Whether the first `length` bits agree; false for different families or an impossible length.
bool is_in_network(const IpAddress& address, const IpAddress& network, int length);
bool is_in_network(std::string_view address, std::string_view network, int length);

/// fe80::/10 or 169.254.0.0/16.
bool is_link_local(const IpAddress& address);

/// 2000::/3, what routers of the line hand out.
bool is_global_ipv6(const IpAddress& address);

/// 10/8, 172.16/12, 192.168/16 or fc00::/7.
bool is_private(const IpAddress& address);

}  // namespace onshi
