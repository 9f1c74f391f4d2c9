// SPDX-License-Identifier: GPL-3.0-or-later
#include "probes/world/linux/network_news.h"

#include <array>
#include <cerrno>

#include <linux/netlink.h>
#include <linux/rtnetlink.h>
#include <sys/socket.h>

#include "probes/world/linux/wait_descriptors.h"
#include "probes/world/wait_out.h"

namespace onshi {
namespace {

constexpr std::chrono::milliseconds kBurst{50};  // what belongs together comes within
constexpr unsigned kGroups =
    RTMGRP_LINK | RTMGRP_IPV4_IFADDR | RTMGRP_IPV6_IFADDR | RTMGRP_IPV4_ROUTE | RTMGRP_IPV6_ROUTE;

}  // namespace

std::expected<NetworkNews, int> NetworkNews::listen() {
  Descriptor socket(::socket(AF_NETLINK, SOCK_RAW | SOCK_CLOEXEC | SOCK_NONBLOCK, NETLINK_ROUTE));
  if (!socket) return std::unexpected(errno);
  sockaddr_nl address{};
  address.nl_family = AF_NETLINK;
  address.nl_groups = kGroups;
  if (::bind(socket.get(), reinterpret_cast<const sockaddr*>(&address), sizeof address) != 0) {
    return std::unexpected(errno);
  }
  return NetworkNews(std::move(socket));
}

/// Word that was lost because too much came (ENOBUFS) is word too.
void NetworkNews::take_all(const Limit& limit) const {
  std::array<char, 8192> unread{};
  while (!limit.cancelled()) {
    const auto count = ::recv(socket_.get(), unread.data(), unread.size(), 0);
    if (count < 0 && errno != ENOBUFS && errno != EINTR) return;
  }
}

bool NetworkNews::wait(const Limit& limit) const {
  std::array wanted = {pollfd{socket_.get(), POLLIN, 0}};
  if (!wait_descriptors(wanted, limit)) return false;
  wait_out(limit.within(kBurst));
  take_all(limit);
  return true;
}

}  // namespace onshi
