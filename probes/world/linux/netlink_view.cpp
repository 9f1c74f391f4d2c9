// SPDX-License-Identifier: GPL-3.0-or-later
#include "probes/world/linux/netlink_view.h"

#include <algorithm>
#include <array>

#include <arpa/inet.h>
#include <linux/if.h>
#include <linux/if_arp.h>
#include <linux/rtnetlink.h>

#include "probes/world/linux/netlink_messages.h"

namespace onshi {
namespace {

std::string ip_text(std::string_view bytes, bool ipv6) {
  std::array<char, INET6_ADDRSTRLEN> text{};
  if (bytes.size() < (ipv6 ? 16U : 4U)) return {};
  ::inet_ntop(ipv6 ? AF_INET6 : AF_INET, bytes.data(), text.data(), text.size());
  return text.data();
}

bool is_tunnel(std::string_view kind) {
  constexpr std::array tunnels = {"tun",    "wireguard", "ipip", "sit",  "gre",   "gretap", "ip6gre",
                                  "ip6tnl", "vti",       "vti6", "xfrm", "vxlan", "l2tp",   "geneve"};
  return std::ranges::find(tunnels, kind) != tunnels.end();
}

/// Hardware has no kind. Of what software makes, these stand for a cable: veth is the one of a container and
/// of the practice clinic.
bool leads_to_a_cable(std::string_view kind) {
  constexpr std::array kinds = {"", "veth", "vlan", "bond", "team"};
  return std::ranges::find(kinds, kind) != kinds.end();
}

Link::Kind kind_of(unsigned short hardware, std::string_view kind) {
  if (hardware == ARPHRD_LOOPBACK) return Link::Kind::loopback;
  if (hardware == ARPHRD_PPP || kind == "ppp") return Link::Kind::ppp;
  if (is_tunnel(kind) || hardware == ARPHRD_TUNNEL || hardware == ARPHRD_TUNNEL6 || hardware == ARPHRD_SIT ||
      hardware == ARPHRD_NONE) {
    return Link::Kind::tunnel;
  }
  if (hardware == ARPHRD_ETHER && leads_to_a_cable(kind)) return Link::Kind::ethernet;
  return Link::Kind::other;
}

/// "bridge", "veth"; empty for hardware.
std::string info_kind_of(const NetlinkAttributes& attributes) {
  auto details = attributes.find(IFLA_LINKINFO);
  if (details == attributes.end()) return {};
  return std::string(text_of(attributes_in(details->second), IFLA_INFO_KIND));
}

Link link_of(const ifinfomsg& info, const NetlinkAttributes& attributes) {
  Link link;
  link.name = text_of(attributes, IFLA_IFNAME);
  link.kind = kind_of(info.ifi_type, info_kind_of(attributes));
  link.enabled = (info.ifi_flags & IFF_UP) != 0;
  link.carrier = link.enabled && number_of<std::uint8_t>(attributes, IFLA_CARRIER, 1) != 0 &&
                 (info.ifi_flags & IFF_LOWER_UP) != 0;
  link.mtu = number_of<int>(attributes, IFLA_MTU);
  return link;
}

bool is_link_local(std::string_view ip, bool ipv6) {
  return ipv6 ? ip.starts_with("fe8") || ip.starts_with("fe9") || ip.starts_with("fea") ||
                    ip.starts_with("feb")
              : ip.starts_with("169.254.");
}

/// IFA_LOCAL is ours on a point-to-point link, where IFA_ADDRESS is the other side's.
std::string_view own_address(const NetlinkAttributes& attributes) {
  auto local = attributes.find(IFA_LOCAL);
  if (local != attributes.end()) return local->second;
  auto address = attributes.find(IFA_ADDRESS);
  return address == attributes.end() ? std::string_view{} : address->second;
}

Address address_of(const ifaddrmsg& info, const NetlinkAttributes& attributes) {
  Address address;
  address.ipv6 = info.ifa_family == AF_INET6;
  address.ip = ip_text(own_address(attributes), address.ipv6);
  address.prefix_length = info.ifa_prefixlen;
  address.link_local = is_link_local(address.ip, address.ipv6);
  auto flags = number_of<std::uint32_t>(attributes, IFA_FLAGS, info.ifa_flags);
  address.temporary = address.ipv6 && (flags & IFA_F_TEMPORARY) != 0;
  address.tentative = (flags & (IFA_F_TENTATIVE | IFA_F_DADFAILED)) != 0 && (flags & IFA_F_OPTIMISTIC) == 0;
  address.deprecated = (flags & IFA_F_DEPRECATED) != 0;
  address.duplicate = (flags & IFA_F_DADFAILED) != 0;
  return address;
}

Route::Origin origin_of(unsigned char protocol) {
  switch (protocol) {
    case RTPROT_RA:
      return Route::Origin::router_advertisement;
    case RTPROT_DHCP:
      return Route::Origin::dhcp;
    case RTPROT_KERNEL:
      return Route::Origin::kernel;
    case RTPROT_BOOT:
    case RTPROT_STATIC:
      return Route::Origin::manual;
    default:
      return Route::Origin::other;
  }
}

bool carries_packets(const rtmsg& info, const NetlinkAttributes& attributes) {
  auto table = number_of<std::uint32_t>(attributes, RTA_TABLE, info.rtm_table);
  bool known_family = info.rtm_family == AF_INET || info.rtm_family == AF_INET6;
  bool ours = table == RT_TABLE_MAIN || table == RT_TABLE_DEFAULT;
  return known_family && ours && info.rtm_type == RTN_UNICAST && (info.rtm_flags & RTM_F_CLONED) == 0;
}

std::string name_of_link(const LinksByIndex& links, int index) {
  auto found = links.find(index);
  return found == links.end() ? std::string{} : found->second.name;
}

/// RTA_VIA is a gateway of the other family: two bytes of family, then the address.
std::string gateway_of(const NetlinkAttributes& attributes, bool ipv6) {
  auto gateway = attributes.find(RTA_GATEWAY);
  if (gateway != attributes.end()) return ip_text(gateway->second, ipv6);
  auto via = attributes.find(RTA_VIA);
  if (via == attributes.end() || via->second.size() < 2) return {};
  return ip_text(via->second.substr(2), fixed_part<std::uint16_t>(via->second) == AF_INET6);
}

Route route_of(const rtmsg& info, const NetlinkAttributes& attributes) {
  Route route;
  route.ipv6 = info.rtm_family == AF_INET6;
  auto destination = attributes.find(RTA_DST);
  route.destination = destination == attributes.end() ? (route.ipv6 ? "::" : "0.0.0.0")
                                                      : ip_text(destination->second, route.ipv6);
  route.prefix_length = info.rtm_dst_len;
  route.metric = number_of<std::uint32_t>(attributes, RTA_PRIORITY);
  route.origin = origin_of(info.rtm_protocol);
  return route;
}

void add_hop(std::vector<Route>& routes, Route route, const NetlinkAttributes& hop, int link,
             const LinksByIndex& links) {
  route.gateway = gateway_of(hop, route.ipv6);
  route.link = name_of_link(links, link);
  routes.push_back(std::move(route));
}

void add_hops(std::vector<Route>& routes, const Route& route, std::string_view hops,
              const LinksByIndex& links) {
  while (hops.size() >= sizeof(rtnexthop)) {
    auto hop = fixed_part<rtnexthop>(hops);
    if (hop.rtnh_len < sizeof hop || hop.rtnh_len > hops.size()) break;
    auto attributes = attributes_in(hops.substr(sizeof hop, hop.rtnh_len - sizeof hop));
    if ((hop.rtnh_flags & RTNH_F_DEAD) == 0) add_hop(routes, route, attributes, hop.rtnh_ifindex, links);
    hops.remove_prefix(std::min<std::size_t>(hops.size(), (hop.rtnh_len + 3U) & ~3U));
  }
}

/// What of the links a Link does not say.
struct Membership {
  std::string kind;
  int master = 0;
};
using Memberships = std::map<int, Membership>;

/// A bridge is the place of the addresses of the cables in it, and has a carrier when one of them has. One
/// without a cable, such as those of containers and virtual machines, and what is plugged into it, is no way
/// out.
void join_bridges(LinksByIndex& links, const Memberships& members) {
  for (const auto& [index, member] : members) {
    auto bridge = members.find(member.master);
    if (bridge == members.end() || bridge->second.kind != "bridge") continue;
    Link& port = links.at(index);
    if (member.kind == "veth") port.kind = Link::Kind::other;
    if (port.kind != Link::Kind::ethernet) continue;
    Link& whole = links.at(member.master);
    whole.carrier = port.carrier || (whole.kind == Link::Kind::ethernet && whole.carrier);
    whole.kind = Link::Kind::ethernet;
  }
}

}  // namespace

LinksByIndex links_in(std::string_view messages) {
  LinksByIndex links;
  Memberships members;
  while (auto message = take_message(messages)) {
    if (message->type != RTM_NEWLINK) continue;
    auto info = fixed_part<ifinfomsg>(message->body);
    auto attributes = attributes_in(after<ifinfomsg>(message->body));
    links[info.ifi_index] = link_of(info, attributes);
    members[info.ifi_index] = {info_kind_of(attributes), number_of<int>(attributes, IFLA_MASTER)};
  }
  join_bridges(links, members);
  return links;
}

void add_addresses(LinksByIndex& links, std::string_view messages) {
  while (auto message = take_message(messages)) {
    if (message->type != RTM_NEWADDR) continue;
    auto info = fixed_part<ifaddrmsg>(message->body);
    auto link = links.find(static_cast<int>(info.ifa_index));
    if (link == links.end() || (info.ifa_family != AF_INET && info.ifa_family != AF_INET6)) continue;
    link->second.addresses.push_back(address_of(info, attributes_in(after<ifaddrmsg>(message->body))));
  }
}

std::vector<Route> routes_in(std::string_view messages, const LinksByIndex& links) {
  std::vector<Route> routes;
  while (auto message = take_message(messages)) {
    if (message->type != RTM_NEWROUTE) continue;
    auto info = fixed_part<rtmsg>(message->body);
    auto attributes = attributes_in(after<rtmsg>(message->body));
    if (!carries_packets(info, attributes)) continue;
    Route route = route_of(info, attributes);
    if (auto hops = attributes.find(RTA_MULTIPATH); hops != attributes.end()) {
      add_hops(routes, route, hops->second, links);
    } else if ((info.rtm_flags & RTNH_F_DEAD) == 0) {
      add_hop(routes, std::move(route), attributes, number_of<int>(attributes, RTA_OIF), links);
    }
  }
  return routes;
}

}  // namespace onshi
