// SPDX-License-Identifier: GPL-3.0-or-later
#include "probes/world/linux/card_conversations.h"

#include <algorithm>
#include <charconv>
#include <cstdlib>
#include <cstring>
#include <iterator>
#include <optional>

#include <linux/sock_diag.h>
#include <linux/unix_diag.h>
#include <sys/socket.h>
#include <unistd.h>

#include "probes/world/linux/netlink_messages.h"
#include "probes/world/linux/netlink_socket.h"
#include "probes/world/linux/small_text_file.h"

namespace onshi {
namespace {

namespace fs = std::filesystem;

constexpr std::uint8_t established = 1;
constexpr std::size_t longest_short_name = 15;  // that the kernel keeps of a program's name
constexpr std::chrono::milliseconds time_for_a_dump{500};

std::string service_socket() {
  const char* elsewhere = std::getenv("PCSCLITE_CSOCK_NAME");
  return elsewhere != nullptr ? elsewhere : "/run/pcscd/pcscd.comm";
}

template <typename Number>
std::optional<Number> whole_number(std::string_view text) {
  Number number = 0;
  auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc{} || end != text.data() + text.size()) return {};
  return number;
}

/// "socket:[4711]" is how /proc names one.
std::optional<std::uint32_t> socket_at(const fs::path& descriptor) {
  constexpr std::string_view kind = "socket:[";
  std::error_code error;
  const std::string target = fs::read_symlink(descriptor, error).string();
  if (error || !target.starts_with(kind) || !target.ends_with(']')) return {};
  return whole_number<std::uint32_t>(
      std::string_view(target).substr(kind.size(), target.size() - kind.size() - 1));
}

/// Empty for a process that may not be looked at, or is gone.
SocketNumbers sockets_of(const fs::path& process) {
  SocketNumbers sockets;
  std::error_code error;
  for (fs::directory_iterator at(process / "fd", error), end; !error && at != end; at.increment(error)) {
    if (auto socket = socket_at(at->path())) sockets.insert(*socket);
  }
  return sockets;
}

/// The kernel's own name for it, or the whole one where that was cut.
std::string name_of_program(const fs::path& process) {
  std::string name = first_line_of(process / "comm");
  if (name.size() < longest_short_name) return name;
  std::error_code error;
  const std::string file = fs::read_symlink(process / "exe", error).filename().string();
  return !error && file.starts_with(name) ? file : name;
}

SocketNumbers common_to(const SocketNumbers& left, const SocketNumbers& right) {
  SocketNumbers both;
  std::ranges::set_intersection(left, right, std::inserter(both, both.end()));
  return both;
}

Seen<SocketNumbers> conversations_now() {
  const auto failed = [](int error) {
    return std::unexpected(CannotSee{CannotSee::Why::failed, error, std::strerror(error)});
  };
  auto socket = NetlinkSocket::open_for_sockets();
  if (!socket) return failed(socket.error());
  unix_diag_req wanted{};
  wanted.sdiag_family = AF_UNIX;
  wanted.udiag_states = 1U << established;
  wanted.udiag_show = UDIAG_SHOW_NAME | UDIAG_SHOW_PEER;
  const std::string_view body(reinterpret_cast<const char*>(&wanted), sizeof wanted);
  auto dump = socket->dump(SOCK_DIAG_BY_FAMILY, body, Limit::of(time_for_a_dump));
  if (!dump) return failed(dump.error());
  return far_ends(*dump, service_socket());
}

}  // namespace

SocketNumbers far_ends(std::string_view dump, std::string_view place) {
  SocketNumbers ends;
  while (auto message = take_message(dump)) {
    if (message->type != SOCK_DIAG_BY_FAMILY) continue;
    const auto attributes = attributes_in(after<unix_diag_msg>(message->body));
    const auto peer = number_of<std::uint32_t>(attributes, UNIX_DIAG_PEER);
    if (peer != 0 && text_of(attributes, UNIX_DIAG_NAME) == place) ends.insert(peer);
  }
  return ends;
}

CardPrograms owners_of(const SocketNumbers& sockets, const fs::path& proc, std::int64_t self) {
  CardPrograms found;
  SocketNumbers left = sockets;
  std::error_code error;
  for (fs::directory_iterator at(proc, error), end; !error && at != end; at.increment(error)) {
    const auto process = whole_number<std::int64_t>(at->path().filename().string());
    const auto theirs = process ? common_to(left, sockets_of(at->path())) : SocketNumbers{};
    if (theirs.empty()) continue;
    for (const std::uint32_t socket : theirs) left.erase(socket);
    if (*process != self) found.programs.push_back({name_of_program(at->path()), *process});
  }
  std::ranges::sort(found.programs, {}, &CardProgram::process);
  found.unseen = static_cast<int>(left.size());
  return found;
}

/// What nobody was found for may have ended meanwhile, so it counts only when it is still there.
Seen<CardPrograms> card_conversations() {
  const auto before = conversations_now();
  if (!before) return std::unexpected(before.error());
  CardPrograms found = owners_of(*before, "/proc", ::getpid());
  if (found.unseen == 0) return found;
  const auto now = conversations_now();
  if (!now) return std::unexpected(now.error());
  return owners_of(common_to(*before, *now), "/proc", ::getpid());
}

}  // namespace onshi
