// SPDX-License-Identifier: GPL-3.0-or-later
// Stands in for /dev/net/tun where an ordinary user may not open it; preloaded into charon. The clinic has
// laid a cable with both ends in this namespace, ipsec0 and ipsec0-far: what the kernel sends into one end
// comes out of the other, and charon reads and writes it there as if it were the device.
#include <array>
#include <csignal>
#include <cstdarg>
#include <cstring>
#include <string_view>
#include <thread>

#include <dlfcn.h>
#include <fcntl.h>
#include <linux/ethtool.h>
#include <linux/if_tun.h>
#include <linux/sockios.h>
#include <net/ethernet.h>
#include <net/if.h>
#include <netinet/in.h>
#include <netpacket/packet.h>
#include <sys/ioctl.h>
#include <sys/socket.h>
#include <unistd.h>

namespace {

constexpr const char* near_end = "ipsec0";
constexpr const char* far_end = "ipsec0-far";
using Packet = std::array<char, 65536>;

template <typename Function>
Function* real(const char* name) {
  return reinterpret_cast<Function*>(dlsym(RTLD_NEXT, name));
}

ifreq about(const char* link) {
  ifreq request{};
  std::strncpy(request.ifr_name, link, IFNAMSIZ - 1);
  return request;
}

int really_ioctl(int fd, unsigned long what, void* argument) {
  static auto* const real_ioctl = real<int(int, unsigned long, ...)>("ioctl");
  return real_ioctl(fd, what, argument);
}

// Nobody completes a checksum that the kernel left to the hardware.
void complete_checksums(int socket) {
  ethtool_value off{ETHTOOL_STXCSUM, 0};
  ifreq request = about(near_end);
  request.ifr_data = reinterpret_cast<char*>(&off);
  really_ioctl(socket, SIOCETHTOOL, &request);
}

sockaddr_ll towards_kernel(int socket) {
  sockaddr_ll address{};
  address.sll_family = AF_PACKET;
  address.sll_ifindex = static_cast<int>(if_nametoindex(far_end));
  ifreq request = about(near_end);
  really_ioctl(socket, SIOCGIFHWADDR, &request);
  address.sll_halen = ETH_ALEN;
  std::memcpy(address.sll_addr, request.ifr_hwaddr.sa_data, ETH_ALEN);
  return address;
}

void from_kernel(int cable, int charon) {
  Packet packet;
  while (true) {
    sockaddr_ll from{};
    socklen_t length = sizeof from;
    auto count =
        ::recvfrom(cable, packet.data(), packet.size(), 0, reinterpret_cast<sockaddr*>(&from), &length);
    if (count < 0) return;
    const auto protocol = ntohs(from.sll_protocol);
    const bool is_ip = protocol == ETH_P_IP || protocol == ETH_P_IPV6;
    if (is_ip && from.sll_pkttype != PACKET_OUTGOING)
      ::send(charon, packet.data(), static_cast<std::size_t>(count), MSG_NOSIGNAL);
  }
}

void from_charon(int charon, int cable, sockaddr_ll kernel) {
  Packet packet;
  while (true) {
    auto count = ::recv(charon, packet.data(), packet.size(), 0);
    if (count <= 0) return;
    kernel.sll_protocol = htons((packet[0] & 0xf0) == 0x60 ? ETH_P_IPV6 : ETH_P_IP);
    ::sendto(cable, packet.data(), static_cast<std::size_t>(count), 0, reinterpret_cast<sockaddr*>(&kernel),
             sizeof kernel);
  }
}

// Charon's signals are for charon's own threads.
template <typename... Arguments>
void run_aside(Arguments... arguments) {
  sigset_t all;
  sigset_t before;
  sigfillset(&all);
  pthread_sigmask(SIG_SETMASK, &all, &before);
  std::thread(arguments...).detach();
  pthread_sigmask(SIG_SETMASK, &before, nullptr);
}

int open_cable() {
  const int cable = ::socket(AF_PACKET, SOCK_DGRAM | SOCK_CLOEXEC, htons(ETH_P_ALL));
  if (cable < 0) return -1;
  sockaddr_ll kernel = towards_kernel(cable);
  sockaddr_ll here = kernel;
  here.sll_protocol = htons(ETH_P_ALL);
  std::array<int, 2> ends{};
  if (::bind(cable, reinterpret_cast<sockaddr*>(&here), sizeof here) != 0 ||
      ::socketpair(AF_UNIX, SOCK_SEQPACKET | SOCK_CLOEXEC, 0, ends.data()) != 0) {
    ::close(cable);
    return -1;
  }
  complete_checksums(cable);
  run_aside(from_kernel, cable, ends[1]);
  run_aside(from_charon, ends[1], cable, kernel);
  return ends[0];
}

bool is_tun(const char* path) { return std::string_view(path) == "/dev/net/tun"; }

}  // namespace

extern "C" int open(const char* path, int flags, ...) {
  if (is_tun(path)) return open_cable();
  va_list more;
  va_start(more, flags);
  const auto mode = (flags & (O_CREAT | O_TMPFILE)) != 0 ? va_arg(more, mode_t) : mode_t{0};
  va_end(more);
  static auto* const real_open = real<int(const char*, int, ...)>("open");
  return real_open(path, flags, mode);
}

extern "C" int __open_2(const char* path, int flags) { return open(path, flags); }

extern "C" int ioctl(int fd, unsigned long what, ...) {
  va_list more;
  va_start(more, what);
  void* const argument = va_arg(more, void*);
  va_end(more);
  if (what != TUNSETIFF) return really_ioctl(fd, what, argument);
  std::strncpy(static_cast<ifreq*>(argument)->ifr_name, near_end, IFNAMSIZ - 1);
  return 0;
}
