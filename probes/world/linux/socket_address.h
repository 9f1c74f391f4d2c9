// SPDX-License-Identifier: GPL-3.0-or-later
// Numeric addresses as the socket calls want them, and back. Never asks a name server. Any thread.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include <sys/socket.h>

namespace onshi {

struct SocketAddress {
  sockaddr_storage storage{};
  socklen_t length = 0;
  [[nodiscard]] const sockaddr* get() const { return reinterpret_cast<const sockaddr*>(&storage); }
  [[nodiscard]] sockaddr* get() { return reinterpret_cast<sockaddr*>(&storage); }
  [[nodiscard]] int family() const { return storage.ss_family; }
};

/// `ip` may carry a scope ("fe80::1%eth0"); empty when it is no numeric address.
std::optional<SocketAddress> socket_address(const std::string& ip, std::uint16_t port);

/// Without scope and port.
std::string ip_of(const SocketAddress& address);

}  // namespace onshi
