// SPDX-License-Identifier: GPL-3.0-or-later
#include <array>
#include <cerrno>
#include <cstring>
#include <random>

#include <netinet/in.h>

#include "probes/world/linux/descriptor.h"
#include "probes/world/linux/linux_machine.h"
#include "probes/world/linux/socket_address.h"
#include "probes/world/linux/wait_descriptors.h"
#include "probes/world/sntp.h"

namespace onshi {
namespace {

using Why = CannotSee::Why;
using Offset = Seen<std::chrono::milliseconds>;
constexpr std::uint16_t sntp_port = 123;

std::unexpected<CannotSee> because(int error) {
  Why why = error == ECONNREFUSED || error == EACCES || error == EPERM ? Why::refused
            : error == ENETUNREACH || error == EHOSTUNREACH            ? Why::not_here
                                                                       : Why::failed;
  return std::unexpected(CannotSee{why, error, std::strerror(error)});
}

std::uint64_t random_mark() {
  std::random_device device;
  return std::uint64_t{device()} << 32U | device();
}

/// An answer to another question is passed over; it may be a late one.
Offset await_answer(int socket, std::uint64_t mark, WallTime sent, const Limit& limit) {
  while (true) {
    std::array wanted = {pollfd{socket, POLLIN, 0}};
    if (!wait_descriptors(wanted, limit)) {
      return std::unexpected(CannotSee{limit.cancelled() ? Why::cancelled : Why::timeout, 0, {}});
    }
    std::array<std::uint8_t, 512> bytes{};
    auto count = ::recv(socket, bytes.data(), bytes.size(), 0);
    WallTime received = std::chrono::system_clock::now();
    if (count < 0) return because(errno);
    auto offset = sntp_offset(std::span(bytes).first(static_cast<std::size_t>(count)), mark, sent, received);
    if (offset) return *offset;
    if (offset.error() != SntpFault::wrong_mark) {
      return std::unexpected(CannotSee{Why::failed, 0, std::string(name_of(offset.error()))});
    }
  }
}

Offset ask(const SocketAddress& server, const std::string& link, const Limit& limit) {
  Descriptor socket(::socket(server.family(), SOCK_DGRAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0));
  if (socket && !keep_to_link(socket.get(), link)) return because(errno);
  if (!socket || ::connect(socket.get(), server.get(), server.length) != 0) return because(errno);
  std::uint64_t mark = random_mark();
  SntpPacket question = sntp_question(mark);
  WallTime sent = std::chrono::system_clock::now();
  if (::send(socket.get(), question.data(), question.size(), 0) < 0) return because(errno);
  return await_answer(socket.get(), mark, sent, limit);
}

}  // namespace

/// Asked twice at most: a datagram may be lost.
Offset LinuxMachine::do_clock_offset(const Target& target, const Limit& limit) {
  if (limit.cancelled()) return std::unexpected(CannotSee{Why::cancelled, 0, {}});
  auto server = socket_address(target.address, sntp_port);
  if (!server) return because(EINVAL);
  const std::string link = chosen(choice_, target.address);
  Offset first = ask(*server, link, limit.within(limit.remaining() / 2));
  if (first || first.error().why != Why::timeout) return first;
  return ask(*server, link, limit);
}

}  // namespace onshi
