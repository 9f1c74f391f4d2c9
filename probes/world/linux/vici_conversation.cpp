// SPDX-License-Identifier: GPL-3.0-or-later
#include "probes/world/linux/vici_conversation.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>

#include <sys/socket.h>
#include <sys/un.h>

#include "probes/world/linux/wait_descriptors.h"

namespace onshi {
namespace {

using Why = CannotSee::Why;
constexpr std::size_t kMostEvents = 256;
constexpr std::size_t kMostBytes =
    4UZ * 1024UZ * 1024UZ;  // of one answer with its events; a clinic's is some KiB

std::unexpected<CannotSee> because(int error) {
  Why why = error == ENOENT ? Why::not_here : error == EACCES || error == EPERM ? Why::refused : Why::failed;
  return std::unexpected(CannotSee{why, error, std::strerror(error)});
}

std::unexpected<CannotSee> out_of(const Limit& limit) {
  return std::unexpected(CannotSee{limit.cancelled() ? Why::cancelled : Why::timeout, 0, {}});
}

std::unexpected<CannotSee> not_vici() { return std::unexpected(CannotSee{Why::failed, EBADMSG, "VICI"}); }

bool wait_for(int socket, short what, const Limit& limit) {
  std::array wanted = {pollfd{socket, what, 0}};
  return wait_descriptors(wanted, limit);
}

}  // namespace

Seen<ViciConversation> ViciConversation::open(const std::string& path, const Limit& limit) {
  if (limit.cancelled()) return out_of(limit);
  sockaddr_un address{};
  address.sun_family = AF_UNIX;
  if (path.size() >= sizeof address.sun_path) return because(ENAMETOOLONG);
  std::ranges::copy(path, address.sun_path);
  Descriptor socket(::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0));
  if (!socket) return because(errno);
  if (::connect(socket.get(), reinterpret_cast<const sockaddr*>(&address), sizeof address) != 0) {
    return because(errno);
  }
  return ViciConversation(std::move(socket));
}

Seen<std::vector<ViciSection>> ViciConversation::connections(const Limit& limit) {
  return ask_for("list-conn", "list-conns", {}, limit);
}

Seen<std::vector<ViciSection>> ViciConversation::conversations(const Limit& limit) {
  return ask_for("list-sa", "list-sas", {{"noblock", "yes"}}, limit);
}

Seen<ViciSection> ViciConversation::counters(const Limit& limit) {
  return exchange(vici_packet(ViciKind::request, "get-counters", {{"all", "yes"}}),
                  {ViciKind::response, {}, nullptr}, limit);
}

Seen<std::vector<ViciSection>> ViciConversation::ask_for(const std::string& event, const std::string& command,
                                                         const Values& values, const Limit& limit) {
  std::vector<ViciSection> events;
  auto done = exchange(vici_packet(ViciKind::register_event, event),
                       {ViciKind::event_confirmed, event, nullptr}, limit);
  if (done) {
    done = exchange(vici_packet(ViciKind::request, command, values), {ViciKind::response, event, &events},
                    limit);
  }
  if (done) {
    done = exchange(vici_packet(ViciKind::unregister_event, event),
                    {ViciKind::event_confirmed, event, nullptr}, limit);
  }
  if (!done) return std::unexpected(done.error());
  return events;
}

Seen<ViciSection> ViciConversation::exchange(const std::string& question, const Wanted& wanted,
                                             const Limit& limit) {
  if (auto sent = send(question, limit); !sent) return std::unexpected(sent.error());
  return answer(wanted, limit);
}

Seen<ViciSection> ViciConversation::answer(const Wanted& wanted, const Limit& limit) {
  heard_ = 0;
  for (std::size_t count = 0; count <= kMostEvents; ++count) {
    auto packet = next_packet(limit);
    if (!packet) return std::unexpected(packet.error());
    if (packet->kind == wanted.kind) return std::move(packet->message);
    if (packet->kind == ViciKind::unknown_command || packet->kind == ViciKind::unknown_event) {
      return std::unexpected(CannotSee{Why::not_supported, 0, {}});
    }
    if (packet->kind != ViciKind::event) return not_vici();
    if (wanted.events && packet->name == wanted.event) wanted.events->push_back(std::move(packet->message));
  }
  return not_vici();
}

Seen<ViciPacket> ViciConversation::next_packet(const Limit& limit) {
  auto header = receive(kViciHeader, limit);
  if (!header) return std::unexpected(header.error());
  auto length = vici_length(*header);
  if (!length) return not_vici();
  heard_ += *length;
  if (heard_ > kMostBytes) return not_vici();
  auto bytes = receive(*length, limit);
  if (!bytes) return std::unexpected(bytes.error());
  auto packet = read_vici_packet(*bytes);
  return packet ? Seen<ViciPacket>(std::move(*packet)) : not_vici();
}

Seen<void> ViciConversation::send(const std::string& bytes, const Limit& limit) {
  std::size_t sent = 0;
  while (sent < bytes.size()) {
    if (!wait_for(socket_.get(), POLLOUT, limit)) return out_of(limit);
    auto count = ::send(socket_.get(), bytes.data() + sent, bytes.size() - sent, MSG_NOSIGNAL);
    if (count < 0 && errno != EAGAIN) return because(errno);
    if (count > 0) sent += static_cast<std::size_t>(count);
  }
  return {};
}

Seen<std::string> ViciConversation::receive(std::size_t count, const Limit& limit) {
  constexpr std::size_t portion = 16384;  // what was only announced takes no memory
  std::string bytes;
  while (bytes.size() < count) {
    if (!wait_for(socket_.get(), POLLIN, limit)) return out_of(limit);
    std::array<char, portion> part{};
    auto got = ::recv(socket_.get(), part.data(), std::min(portion, count - bytes.size()), 0);
    if (got == 0) return because(ECONNRESET);
    if (got < 0 && errno != EAGAIN) return because(errno);
    if (got > 0) bytes.append(part.data(), static_cast<std::size_t>(got));
  }
  return bytes;
}

}  // namespace onshi
