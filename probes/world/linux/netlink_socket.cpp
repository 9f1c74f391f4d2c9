// SPDX-License-Identifier: GPL-3.0-or-later
#include "probes/world/linux/netlink_socket.h"

#include <array>
#include <cerrno>

#include <linux/netlink.h>
#include <linux/rtnetlink.h>
#include <sys/socket.h>

#include "probes/world/linux/netlink_messages.h"
#include "probes/world/linux/wait_descriptors.h"

namespace onshi {
namespace {

/// `bytes` of any plain structure.
template <typename Plain>
std::string_view bytes_of(const Plain& plain) {
  return {reinterpret_cast<const char*>(&plain), sizeof plain};
}

std::expected<Descriptor, int> open_socket(int protocol) {
  Descriptor socket(::socket(AF_NETLINK, SOCK_RAW | SOCK_CLOEXEC | SOCK_NONBLOCK, protocol));
  if (!socket) return std::unexpected(errno);
  return socket;
}

struct Progress {
  bool done = false;
  bool interrupted = false;  // by a change; the dump is not whole
  int error = 0;
};

Progress progress_of(std::string_view bytes) {
  Progress progress;
  while (auto message = take_message(bytes)) {
    progress.interrupted = progress.interrupted || (message->flags & NLM_F_DUMP_INTR) != 0;
    progress.done = progress.done || message->type == NLMSG_DONE;
    if (message->type == NLMSG_ERROR) progress.error = -fixed_part<nlmsgerr>(message->body).error;
  }
  return progress;
}

}  // namespace

std::expected<NetlinkSocket, int> NetlinkSocket::open() {
  auto socket = open_socket(NETLINK_ROUTE);
  if (!socket) return std::unexpected(socket.error());
  return NetlinkSocket(std::move(*socket));
}

std::expected<NetlinkSocket, int> NetlinkSocket::open_for_sockets() {
  auto socket = open_socket(NETLINK_SOCK_DIAG);
  if (!socket) return std::unexpected(socket.error());
  return NetlinkSocket(std::move(*socket));
}

std::expected<std::string, int> NetlinkSocket::dump(std::uint16_t question, const Limit& limit) {
  return dump(question, bytes_of(rtgenmsg{}), limit);
}

std::expected<std::string, int> NetlinkSocket::dump(std::uint16_t question, std::string_view body,
                                                    const Limit& limit) {
  for (int attempt = 0; attempt < 3; ++attempt) {
    nlmsghdr header{};
    header.nlmsg_len = static_cast<std::uint32_t>(sizeof header + body.size());
    header.nlmsg_type = question;
    header.nlmsg_flags = NLM_F_REQUEST | NLM_F_DUMP;
    header.nlmsg_seq = ++sequence_;
    const std::string asked = std::string(bytes_of(header)).append(body);
    if (::send(socket_.get(), asked.data(), asked.size(), 0) < 0) return std::unexpected(errno);
    auto collected = collect(limit);
    if (collected || collected.error() != EAGAIN) return collected;
  }
  return std::unexpected(EAGAIN);
}

std::expected<std::string, int> NetlinkSocket::collect(const Limit& limit) {
  std::string all;
  Progress progress;
  while (!progress.done) {
    std::array wanted = {pollfd{socket_.get(), POLLIN, 0}};
    if (!wait_descriptors(wanted, limit)) return std::unexpected(limit.cancelled() ? ECANCELED : ETIMEDOUT);
    std::string part(65536, '\0');
    auto count = ::recv(socket_.get(), part.data(), part.size(), 0);
    if (count <= 0) return std::unexpected(count == 0 || errno == EAGAIN ? EIO : errno);
    part.resize(static_cast<std::size_t>(count));
    Progress here = progress_of(part);
    if (here.error != 0) return std::unexpected(here.error);
    progress.done = here.done;
    progress.interrupted = progress.interrupted || here.interrupted;
    all += part;
  }
  if (progress.interrupted) return std::unexpected(EAGAIN);
  return all;
}

}  // namespace onshi
