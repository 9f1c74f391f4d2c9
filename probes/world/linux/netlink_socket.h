// SPDX-License-Identifier: GPL-3.0-or-later
// Dumps of the kernel's routing tables by rtnetlink, and of its sockets by sock_diag: read-only questions, no
// packet leaves. One thread at a time.
#pragma once

#include <cstdint>
#include <expected>
#include <string>
#include <string_view>

#include "probes/world/limit.h"
#include "probes/world/linux/descriptor.h"

namespace onshi {

class NetlinkSocket {
 public:
  /// Or errno.
  static std::expected<NetlinkSocket, int> open();
  static std::expected<NetlinkSocket, int> open_for_sockets();

  /// All messages that answer one dump (RTM_GETLINK, RTM_GETADDR, RTM_GETROUTE), one after another, or errno.
  std::expected<std::string, int> dump(std::uint16_t question, const Limit& limit);
  /// The same with what the question says beside its type.
  std::expected<std::string, int> dump(std::uint16_t question, std::string_view body, const Limit& limit);

 private:
  explicit NetlinkSocket(Descriptor socket) : socket_(std::move(socket)) {}
  std::expected<std::string, int> collect(const Limit& limit);
  Descriptor socket_;
  std::uint32_t sequence_ = 0;
};

}  // namespace onshi
