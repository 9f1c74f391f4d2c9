// SPDX-License-Identifier: GPL-3.0-or-later
#include "probes/site/ip_address.h"

#include <algorithm>
#include <charconv>
#include <vector>

#include <fmt/format.h>

namespace onshi {
namespace {

using Groups = std::vector<std::uint16_t>;

std::optional<std::uint16_t> number(std::string_view text, int base, std::size_t most_digits) {
  if (text.empty() || text.size() > most_digits) return std::nullopt;
  std::uint16_t value = 0;
  auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value, base);
  if (error != std::errc{} || end != text.data() + text.size()) return std::nullopt;
  return value;
}

std::vector<std::string_view> split(std::string_view text, char separator) {
  std::vector<std::string_view> parts;
  for (auto at = text.find(separator); at != text.npos; at = text.find(separator)) {
    parts.push_back(text.substr(0, at));
    text.remove_prefix(at + 1);
  }
  parts.push_back(text);
  return parts;
}

std::optional<std::uint8_t> ipv4_part(std::string_view text) {
  if (text.size() > 1 && text.front() == '0') return std::nullopt;
  auto value = number(text, 10, 3);
  if (!value || *value > 255) return std::nullopt;
  return static_cast<std::uint8_t>(*value);
}

std::optional<IpAddress> parse_ipv4(std::string_view text) {
  auto parts = split(text, '.');
  if (parts.size() != 4) return std::nullopt;
  IpAddress address;
  for (std::size_t index = 0; index < 4; ++index) {
    auto part = ipv4_part(parts[index]);
    if (!part) return std::nullopt;
    address.bytes[index] = *part;
  }
  return address;
}

bool add_ipv4_tail(std::string_view text, Groups& groups) {
  auto tail = parse_ipv4(text);
  if (!tail) return false;
  groups.push_back(static_cast<std::uint16_t>(tail->bytes[0] << 8 | tail->bytes[1]));
  groups.push_back(static_cast<std::uint16_t>(tail->bytes[2] << 8 | tail->bytes[3]));
  return true;
}

bool add_group(std::string_view text, Groups& groups) {
  auto group = number(text, 16, 4);
  if (group) groups.push_back(*group);
  return group.has_value();
}

// One side of "::"; an IPv4 tail may stand only where the address ends.
std::optional<Groups> groups_of(std::string_view text, bool at_end) {
  Groups groups;
  if (text.empty()) return groups;
  auto parts = split(text, ':');
  for (std::size_t index = 0; index < parts.size(); ++index) {
    bool tail = at_end && index + 1 == parts.size() && parts[index].find('.') != std::string_view::npos;
    if (!(tail ? add_ipv4_tail(parts[index], groups) : add_group(parts[index], groups))) return std::nullopt;
  }
  return groups;
}

IpAddress ipv6_of(const Groups& groups) {
  IpAddress address{.ipv6 = true};
  for (std::size_t index = 0; index < 8; ++index) {
    address.bytes[2 * index] = static_cast<std::uint8_t>(groups[index] >> 8);
    address.bytes[2 * index + 1] = static_cast<std::uint8_t>(groups[index] & 0xFF);
  }
  return address;
}

std::optional<IpAddress> parse_shortened(std::string_view text, std::size_t gap) {
  auto groups = groups_of(text.substr(0, gap), false);
  auto tail = groups_of(text.substr(gap + 2), true);
  if (!groups || !tail || groups->size() + tail->size() > 7) return std::nullopt;
  groups->resize(8 - tail->size(), 0);
  groups->insert(groups->end(), tail->begin(), tail->end());
  return ipv6_of(*groups);
}

std::optional<IpAddress> parse_ipv6(std::string_view text) {
  if (auto gap = text.find("::"); gap != text.npos) return parse_shortened(text, gap);
  auto groups = groups_of(text, true);
  if (!groups || groups->size() != 8) return std::nullopt;
  return ipv6_of(*groups);
}

struct ZeroRun {
  std::size_t start = 8;
  std::size_t length = 0;
};

ZeroRun run_at(const Groups& groups, std::size_t start) {
  auto end = std::find_if(groups.begin() + static_cast<std::ptrdiff_t>(start), groups.end(),
                          [](std::uint16_t group) { return group != 0; });
  return {start, static_cast<std::size_t>(end - groups.begin()) - start};
}

// The first of the longest runs, if it is longer than one group.
ZeroRun longest_zero_run(const Groups& groups) {
  ZeroRun longest;
  for (std::size_t start = 0; start < groups.size(); ++start) {
    ZeroRun run = run_at(groups, start);
    if (run.length > std::max<std::size_t>(longest.length, 1)) longest = run;
  }
  return longest;
}

std::string joined(const Groups& groups, std::size_t from, std::size_t to) {
  std::string text;
  for (std::size_t index = from; index < to; ++index) {
    text += fmt::format("{}{:x}", index == from ? "" : ":", groups[index]);
  }
  return text;
}

std::string text_of_ipv6(const IpAddress& address) {
  Groups groups;
  for (std::size_t index = 0; index < 16; index += 2) {
    groups.push_back(static_cast<std::uint16_t>(address.bytes[index] << 8 | address.bytes[index + 1]));
  }
  ZeroRun run = longest_zero_run(groups);
  if (run.length == 0) return joined(groups, 0, 8);
  return joined(groups, 0, run.start) + "::" + joined(groups, run.start + run.length, 8);
}

bool has_bits_after(const IpAddress& address, int length) {
  for (int bit = length; bit < address.bits(); ++bit) {
    if ((address.bytes[static_cast<std::size_t>(bit / 8)] >> (7 - bit % 8) & 1) != 0) return true;
  }
  return false;
}

}  // namespace

std::optional<IpAddress> parse_ip(std::string_view text) {
  return text.find(':') == text.npos ? parse_ipv4(text) : parse_ipv6(text);
}

std::string text_of(const IpAddress& address) {
  if (address.ipv6) return text_of_ipv6(address);
  return fmt::format("{}.{}.{}.{}", address.bytes[0], address.bytes[1], address.bytes[2], address.bytes[3]);
}

std::string canonical_ip(std::string_view text) {
  auto address = parse_ip(text);
  return address ? text_of(*address) : std::string(text);
}

std::optional<IpNetwork> parse_network(std::string_view text) {
  auto slash = text.find('/');
  if (slash == text.npos) return std::nullopt;
  auto address = parse_ip(text.substr(0, slash));
  auto length = number(text.substr(slash + 1), 10, 3);
  if (!address || !length || *length > address->bits()) return std::nullopt;
  return has_bits_after(*address, *length) ? std::nullopt : std::optional(IpNetwork{*address, *length});
}

bool is_in_network(const IpAddress& address, const IpAddress& network, int length) {
  if (address.ipv6 != network.ipv6 || length < 0 || length > network.bits()) return false;
  auto whole = static_cast<std::ptrdiff_t>(length / 8);
  if (!std::equal(address.bytes.begin(), address.bytes.begin() + whole, network.bytes.begin())) return false;
  int rest = length % 8;
  if (rest == 0) return true;
  auto at = static_cast<std::size_t>(whole);
  return (address.bytes[at] ^ network.bytes[at]) >> (8 - rest) == 0;
}

bool is_in_network(std::string_view address, std::string_view network, int length) {
  auto left = parse_ip(address);
  auto right = parse_ip(network);
  return left && right && is_in_network(*left, *right, length);
}

bool is_link_local(const IpAddress& address) {
  return is_in_network(address, IpAddress{.ipv6 = true, .bytes = {0xFE, 0x80}}, 10) ||
         is_in_network(address, IpAddress{.ipv6 = false, .bytes = {169, 254}}, 16);
}

bool is_global_ipv6(const IpAddress& address) {
  return is_in_network(address, IpAddress{.ipv6 = true, .bytes = {0x20}}, 3);
}

bool is_private(const IpAddress& address) {
  return is_in_network(address, IpAddress{.ipv6 = false, .bytes = {10}}, 8) ||
         is_in_network(address, IpAddress{.ipv6 = false, .bytes = {172, 16}}, 12) ||
         is_in_network(address, IpAddress{.ipv6 = false, .bytes = {192, 168}}, 16) ||
         is_in_network(address, IpAddress{.ipv6 = true, .bytes = {0xFC}}, 7);
}

}  // namespace onshi
