// SPDX-License-Identifier: GPL-3.0-or-later
#include "probes/world/linux/linux_links.h"

#include <array>
#include <cerrno>
#include <charconv>
#include <cstring>

#include <linux/rtnetlink.h>
#include <net/if.h>
#include <netinet/in.h>

#include "probes/world/linux/netlink_socket.h"
#include "probes/world/linux/netlink_view.h"
#include "probes/world/linux/network_news.h"
#include "probes/world/linux/packet_sockets.h"
#include "probes/world/linux/resolver_text.h"
#include "probes/world/linux/small_text_file.h"
#include "probes/world/linux/socket_address.h"
#include "probes/world/live/system_parts.h"

namespace onshi {
namespace {

using Why = CannotSee::Why;

constexpr std::chrono::milliseconds kCompareResolvers{500};  // no event tells of them
constexpr std::chrono::milliseconds kLastLook{1000};         // after a wait that used up its time

CannotSee trouble(int error) {
  Why why = error == ECANCELED                                                        ? Why::cancelled
            : error == ETIMEDOUT                                                      ? Why::timeout
            : error == EACCES || error == EPERM                                       ? Why::refused
            : error == ENETUNREACH || error == EHOSTUNREACH || error == EADDRNOTAVAIL ? Why::not_here
                                                                                      : Why::failed;
  return {why, error, std::strerror(error)};
}

/// What only /sys tells: radio links and the agreed speed.
void complete(Link& link) {
  std::filesystem::path folder = "/sys/class/net/" + link.name;
  std::error_code ignored;
  if (link.kind == Link::Kind::ethernet && std::filesystem::exists(folder / "wireless", ignored)) {
    link.kind = Link::Kind::wireless;
  }
  std::string speed = first_line_of(folder / "speed");
  int megabits = 0;
  std::from_chars(speed.data(), speed.data() + speed.size(), megabits);
  link.megabits = std::max(megabits, 0);
}

std::expected<void, int> add_links_and_routes(NetworkView& view, const Limit& limit) {
  auto socket = NetlinkSocket::open();
  if (!socket) return std::unexpected(socket.error());
  auto links = socket->dump(RTM_GETLINK, limit);
  if (!links) return std::unexpected(links.error());
  auto addresses = socket->dump(RTM_GETADDR, limit);
  if (!addresses) return std::unexpected(addresses.error());
  auto routes = socket->dump(RTM_GETROUTE, limit);
  if (!routes) return std::unexpected(routes.error());

  LinksByIndex by_index = links_in(*links);
  add_addresses(by_index, *addresses);
  view.routes = routes_in(*routes, by_index);
  for (auto& [index, link] : by_index) {
    complete(link);
    view.links.push_back(std::move(link));
  }
  return {};
}

/// The resolvers behind systemd-resolved's stub when it is the only one.
ResolverText resolver_settings() {
  ResolverText read = read_resolver_text(small_text_file("/etc/resolv.conf").value_or(""));
  if (!names_resolved_stub(read)) return read;
  auto behind = small_text_file("/run/systemd/resolve/resolv.conf");
  return behind ? read_resolver_text(*behind) : read;
}

void add_resolvers(NetworkView& view) {
  ResolverText read = resolver_settings();
  view.resolvers = std::move(read.resolvers);
  view.search_domains = std::move(read.search_domains);
}

bool are_resolvers_of(const NetworkView& view) {
  const ResolverText now = resolver_settings();
  return now.resolvers == view.resolvers && now.search_domains == view.search_domains;
}

}  // namespace

Seen<NetworkView> LinuxLinks::look(const Limit& limit) {
  if (limit.cancelled()) return std::unexpected(trouble(ECANCELED));
  NetworkView view;
  if (auto added = add_links_and_routes(view, limit); !added) return std::unexpected(trouble(added.error()));
  add_resolvers(view);
  return view;
}

/// Listens before it looks, so that nothing falls between the two.
Seen<NetworkView> LinuxLinks::wait_for_change(const NetworkView& known, const Limit& limit) {
  const auto news = NetworkNews::listen();
  if (!news) return std::unexpected(trouble(news.error()));
  const auto look_again = [&] { return look(Limit::of(kLastLook, limit.stop())); };
  auto view = look_again();
  while (view && *view == known && !limit.over()) {
    if (news->wait(limit.within(kCompareResolvers)) || !are_resolvers_of(known)) view = look_again();
  }
  if (limit.cancelled()) return std::unexpected(trouble(ECANCELED));
  return view;
}

namespace {

/// Connecting a datagram socket makes the kernel choose a route and a source, and sends nothing.
Seen<Descriptor> socket_towards(const std::string& ip) {
  auto destination = socket_address(ip, 443);
  if (!destination) return std::unexpected(trouble(EINVAL));
  Descriptor socket(::socket(destination->family(), SOCK_DGRAM | SOCK_CLOEXEC, 0));
  if (!socket || ::connect(socket.get(), destination->get(), destination->length) != 0) {
    return std::unexpected(trouble(errno));
  }
  return socket;
}

}  // namespace

Seen<std::string> LinuxLinks::source_towards(const std::string& ip) {
  const auto socket = socket_towards(ip);
  if (!socket) return std::unexpected(socket.error());
  SocketAddress own;
  own.length = sizeof own.storage;
  if (::getsockname(socket->get(), own.get(), &own.length) != 0) return std::unexpected(trouble(errno));
  return ip_of(own);
}

Seen<int> LinuxLinks::path_mtu_towards(const std::string& ip) {
  const auto socket = socket_towards(ip);
  if (!socket) return std::unexpected(socket.error());
  const bool ipv6 = ip.find(':') != std::string::npos;
  int mtu = 0;
  socklen_t size = sizeof mtu;
  const int level = ipv6 ? IPPROTO_IPV6 : IPPROTO_IP;
  const int option = ipv6 ? IPV6_MTU : IP_MTU;
  if (::getsockopt(socket->get(), level, option, &mtu, &size) != 0) return std::unexpected(trouble(errno));
  return mtu;
}

Seen<AddressCalls> LinuxLinks::address_calls() {
  const auto table = small_text_file("/proc/net/packet");
  if (!table) return std::unexpected(trouble(EACCES));
  return calls_in(*table, [](unsigned index) {
    std::array<char, IF_NAMESIZE> name{};
    return std::string(::if_indextoname(index, name.data()) != nullptr ? name.data() : "");
  });
}

std::unique_ptr<Links> system_links() { return std::make_unique<LinuxLinks>(); }

}  // namespace onshi
