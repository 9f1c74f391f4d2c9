// SPDX-License-Identifier: GPL-3.0-or-later
#include "probes/world/linux/netlink_messages.h"

#include <algorithm>

#include <linux/netlink.h>

namespace onshi {
namespace {

constexpr std::size_t aligned(std::size_t length) { return (length + 3) & ~std::size_t{3}; }

void take_off(std::string_view& bytes, std::size_t length) {
  bytes.remove_prefix(std::min(bytes.size(), length));
}

}  // namespace

std::optional<NetlinkMessage> take_message(std::string_view& bytes) {
  auto header = fixed_part<nlmsghdr>(bytes);
  if (header.nlmsg_len < sizeof header || header.nlmsg_len > bytes.size()) return {};
  NetlinkMessage message{header.nlmsg_type, header.nlmsg_flags,
                         bytes.substr(sizeof header, header.nlmsg_len - sizeof header)};
  take_off(bytes, aligned(header.nlmsg_len));
  return message;
}

NetlinkAttributes attributes_in(std::string_view bytes) {
  NetlinkAttributes attributes;
  while (bytes.size() >= sizeof(nlattr)) {
    auto header = fixed_part<nlattr>(bytes);
    if (header.nla_len < sizeof header || header.nla_len > bytes.size()) break;
    attributes.try_emplace(static_cast<std::uint16_t>(header.nla_type & NLA_TYPE_MASK),
                           bytes.substr(sizeof header, header.nla_len - sizeof header));
    take_off(bytes, aligned(header.nla_len));
  }
  return attributes;
}

std::string_view text_of(const NetlinkAttributes& attributes, std::uint16_t type) {
  auto found = attributes.find(type);
  if (found == attributes.end()) return {};
  return found->second.substr(0, found->second.find('\0'));
}

}  // namespace onshi
