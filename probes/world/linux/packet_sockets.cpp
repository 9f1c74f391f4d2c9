// SPDX-License-Identifier: GPL-3.0-or-later
#include "probes/world/linux/packet_sockets.h"

#include <algorithm>
#include <charconv>
#include <sstream>

namespace onshi {
namespace {

constexpr unsigned kIpv4 = 0x0800;
constexpr unsigned kPppoeDiscovery = 0x8863;

/// One line: address, references, type, protocol, link, and more.
struct PacketSocket {
  unsigned protocol = 0;
  unsigned link = 0;
};

bool read_number(const std::string& word, int base, unsigned& value) {
  const auto [end, error] = std::from_chars(word.data(), word.data() + word.size(), value, base);
  return error == std::errc{} && end == word.data() + word.size();
}

bool read_line(const std::string& line, PacketSocket& socket) {
  std::istringstream in(line);
  std::string where;
  std::string references;
  std::string type;
  std::string protocol;
  std::string link;
  if (!(in >> where >> references >> type >> protocol >> link)) return false;
  return read_number(protocol, 16, socket.protocol) && read_number(link, 10, socket.link);
}

void put(std::vector<std::string>& links, const std::string& link) {
  if (!link.empty() && std::ranges::find(links, link) == links.end()) links.push_back(link);
}

}  // namespace

AddressCalls calls_in(std::string_view table, const std::function<std::string(unsigned)>& name_of) {
  AddressCalls calls;
  std::istringstream lines{std::string(table)};
  for (std::string line; std::getline(lines, line);) {
    PacketSocket socket;
    if (!read_line(line, socket) || socket.link == 0) continue;  // bound to none: somebody watching
    if (socket.protocol == kPppoeDiscovery) put(calls.pppoe, name_of(socket.link));
    if (socket.protocol == kIpv4) put(calls.dhcp, name_of(socket.link));
  }
  return calls;
}

}  // namespace onshi
