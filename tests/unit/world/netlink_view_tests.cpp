// SPDX-License-Identifier: GPL-3.0-or-later
#include <cstring>

#include <arpa/inet.h>
#include <boost/test/unit_test.hpp>
#include <linux/if.h>
#include <linux/if_arp.h>
#include <linux/rtnetlink.h>

#include "probes/world/linux/netlink_view.h"

using namespace onshi;

namespace {

template <typename Value>
std::string raw(const Value& value) {
  return {reinterpret_cast<const char*>(&value), sizeof value};
}

std::string padded(std::string bytes) {
  bytes.resize((bytes.size() + 3) / 4 * 4);
  return bytes;
}

std::string attribute(std::uint16_t type, const std::string& value) {
  nlattr header{static_cast<std::uint16_t>(sizeof(nlattr) + value.size()), type};
  return padded(raw(header) + value);
}

template <typename Fixed>
std::string message(std::uint16_t type, const Fixed& fixed, const std::string& attributes) {
  std::string body = padded(raw(fixed)) + attributes;
  nlmsghdr header{static_cast<std::uint32_t>(sizeof header + body.size()), type, 0, 1, 0};
  return padded(raw(header) + body);
}

std::string ip(const char* text) {
  char bytes[16] = {};
  bool ipv6 = std::strchr(text, ':') != nullptr;
  BOOST_REQUIRE(::inet_pton(ipv6 ? AF_INET6 : AF_INET, text, bytes) == 1);
  return {bytes, ipv6 ? 16U : 4U};
}

std::string link_message(int index, const std::string& name, unsigned short hardware, unsigned flags,
                         const std::string& more = {}) {
  ifinfomsg info{};
  info.ifi_index = index;
  info.ifi_type = hardware;
  info.ifi_flags = flags;
  return message(RTM_NEWLINK, info,
                 attribute(IFLA_IFNAME, name + '\0') + attribute(IFLA_MTU, raw(1500)) + more);
}

std::string kind(const std::string& name) {
  return attribute(IFLA_LINKINFO, attribute(IFLA_INFO_KIND, name + '\0'));
}

std::string member_of(int master) { return attribute(IFLA_MASTER, raw(master)); }

std::string address_message(unsigned index, const char* address, std::uint32_t flags) {
  ifaddrmsg info{};
  info.ifa_family = std::strchr(address, ':') != nullptr ? AF_INET6 : AF_INET;
  info.ifa_prefixlen = 64;
  info.ifa_index = index;
  return message(RTM_NEWADDR, info, attribute(IFA_ADDRESS, ip(address)) + attribute(IFA_FLAGS, raw(flags)));
}

std::string route_message(unsigned char type, unsigned char protocol, const std::string& attributes,
                          unsigned char table = RT_TABLE_MAIN, unsigned flags = 0) {
  rtmsg info{};
  info.rtm_family = AF_INET6;
  info.rtm_type = type;
  info.rtm_protocol = protocol;
  info.rtm_table = table;
  info.rtm_flags = flags;
  return message(RTM_NEWROUTE, info, attributes);
}

constexpr unsigned up = IFF_UP | IFF_RUNNING | IFF_LOWER_UP;
const LinksByIndex one_link = links_in(link_message(2, "enp1s0", ARPHRD_ETHER, up));

}  // namespace

BOOST_AUTO_TEST_SUITE(netlink_view_tests)

BOOST_AUTO_TEST_CASE(links_are_told_by_kind_and_carrier) {
  std::string dump =
      link_message(1, "lo", ARPHRD_LOOPBACK, up) + link_message(2, "enp1s0", ARPHRD_ETHER, up) +
      link_message(3, "enp2s0", ARPHRD_ETHER, IFF_UP, attribute(IFLA_CARRIER, raw(std::uint8_t{0}))) +
      link_message(4, "ppp0", ARPHRD_PPP, up) + link_message(5, "ipsec0", ARPHRD_NONE, up, kind("tun")) +
      link_message(6, "veth0", ARPHRD_ETHER, 0, kind("veth"));
  LinksByIndex links = links_in(dump);
  BOOST_REQUIRE(links.size() == 6U);
  BOOST_TEST((links[1].kind == Link::Kind::loopback));
  BOOST_TEST((links[2].kind == Link::Kind::ethernet));
  BOOST_TEST(links[2].name == "enp1s0");
  BOOST_TEST(links[2].mtu == 1500);
  BOOST_TEST(links[2].carrier);
  BOOST_TEST(links[3].enabled);
  BOOST_TEST(!links[3].carrier);
  BOOST_TEST((links[4].kind == Link::Kind::ppp));
  BOOST_TEST((links[5].kind == Link::Kind::tunnel));
  BOOST_TEST((links[6].kind == Link::Kind::ethernet));
  BOOST_TEST(!links[6].enabled);
}

BOOST_AUTO_TEST_CASE(what_software_makes_is_an_adapter_only_when_it_leads_to_a_cable) {
  for (const char* name : {"veth", "vlan", "bond", "team"}) {
    auto links = links_in(link_message(2, "x", ARPHRD_ETHER, up, kind(name)));
    BOOST_TEST((links[2].kind == Link::Kind::ethernet), name);
  }
  for (const char* name : {"bridge", "dummy", "macvlan", "macvtap", "ipvlan", "ifb", "vrf"}) {
    auto links = links_in(link_message(2, "x", ARPHRD_ETHER, up, kind(name)));
    BOOST_TEST((links[2].kind == Link::Kind::other), name);
  }
  auto tap = links_in(link_message(2, "vnet0", ARPHRD_ETHER, up, kind("tun")));
  BOOST_TEST((tap[2].kind == Link::Kind::tunnel));
}

BOOST_AUTO_TEST_CASE(a_bridge_of_containers_is_no_adapter_and_neither_is_what_is_plugged_into_it) {
  auto links = links_in(link_message(2, "enp1s0", ARPHRD_ETHER, IFF_UP) +
                        link_message(3, "docker0", ARPHRD_ETHER, up, kind("bridge")) +
                        link_message(4, "veth1", ARPHRD_ETHER, up, kind("veth") + member_of(3)) +
                        link_message(5, "virbr0", ARPHRD_ETHER, up, kind("bridge")) +
                        link_message(6, "vnet0", ARPHRD_ETHER, up, kind("tun") + member_of(5)));
  for (const auto& [index, link] : links) {
    BOOST_TEST((link.kind == Link::Kind::ethernet) == (index == 2), link.name);
  }
}

BOOST_AUTO_TEST_CASE(a_bridge_with_a_cable_in_it_has_that_cables_carrier) {
  for (unsigned flags : {up, unsigned{IFF_UP}}) {
    auto links = links_in(link_message(2, "enp1s0", ARPHRD_ETHER, flags, member_of(3)) +
                          link_message(3, "br0", ARPHRD_ETHER, up, kind("bridge")) +
                          link_message(4, "vnet0", ARPHRD_ETHER, up, kind("tun") + member_of(3)));
    BOOST_TEST((links[3].kind == Link::Kind::ethernet));
    BOOST_TEST(links[3].carrier == (flags == up));
  }
}

BOOST_AUTO_TEST_CASE(addresses_carry_their_flags) {
  LinksByIndex links = one_link;
  add_addresses(links, address_message(2, "fe80::1", IFA_F_PERMANENT) +
                           address_message(2, "2001:db8::5", IFA_F_TEMPORARY) +
                           address_message(2, "2001:db8::6", IFA_F_TENTATIVE) +
                           address_message(2, "2001:db8::7", IFA_F_DEPRECATED) +
                           address_message(2, "192.0.2.7", IFA_F_SECONDARY) +
                           address_message(9, "2001:db8::8", 0));
  const auto& all = links[2].addresses;
  BOOST_REQUIRE(all.size() == 5U);
  BOOST_TEST(all[0].link_local);
  BOOST_TEST(all[0].ipv6);
  BOOST_TEST(all[1].temporary);
  BOOST_TEST(!all[1].link_local);
  BOOST_TEST(all[2].tentative);
  BOOST_TEST(all[3].deprecated);
  BOOST_TEST(all[4].ip == "192.0.2.7");
  BOOST_TEST(!all[4].temporary);
}

BOOST_AUTO_TEST_CASE(our_own_address_is_told_on_a_point_to_point_link) {
  LinksByIndex links = one_link;
  ifaddrmsg info{};
  info.ifa_family = AF_INET;
  info.ifa_prefixlen = 32;
  info.ifa_index = 2;
  add_addresses(links,
                message(RTM_NEWADDR, info,
                        attribute(IFA_ADDRESS, ip("192.0.2.1")) + attribute(IFA_LOCAL, ip("192.0.2.99"))));
  BOOST_TEST(links[2].addresses.at(0).ip == "192.0.2.99");
}

BOOST_AUTO_TEST_CASE(a_default_route_of_an_advertisement_is_known_as_such) {
  auto routes = routes_in(route_message(RTN_UNICAST, RTPROT_RA,
                                        attribute(RTA_GATEWAY, ip("fe80::1")) + attribute(RTA_OIF, raw(2)) +
                                            attribute(RTA_PRIORITY, raw(std::uint32_t{1024}))),
                          one_link);
  BOOST_REQUIRE(routes.size() == 1U);
  BOOST_TEST(routes[0].destination == "::");
  BOOST_TEST(routes[0].prefix_length == 0);
  BOOST_TEST(routes[0].gateway == "fe80::1");
  BOOST_TEST(routes[0].link == "enp1s0");
  BOOST_TEST(routes[0].metric == 1024U);
  BOOST_TEST((routes[0].origin == Route::Origin::router_advertisement));
}

BOOST_AUTO_TEST_CASE(routes_that_carry_nothing_do_not_count) {
  for (unsigned char type : {RTN_BLACKHOLE, RTN_UNREACHABLE, RTN_PROHIBIT, RTN_LOCAL, RTN_MULTICAST}) {
    BOOST_TEST(routes_in(route_message(type, RTPROT_STATIC, {}), one_link).empty());
  }
  BOOST_TEST(routes_in(route_message(RTN_UNICAST, RTPROT_KERNEL, {}, RT_TABLE_LOCAL), one_link).empty());
  BOOST_TEST(routes_in(route_message(RTN_UNICAST, RTPROT_KERNEL, {}, RT_TABLE_MAIN, RTM_F_CLONED), one_link)
                 .empty());
}

BOOST_AUTO_TEST_CASE(several_next_hops_are_several_routes) {
  auto hop = [](const char* gateway) {
    std::string attributes = attribute(RTA_GATEWAY, ip(gateway));
    rtnexthop head{static_cast<unsigned short>(sizeof head + attributes.size()), 0, 0, 2};
    return raw(head) + attributes;
  };
  auto routes = routes_in(
      route_message(RTN_UNICAST, RTPROT_STATIC, attribute(RTA_MULTIPATH, hop("fe80::1") + hop("fe80::2"))),
      one_link);
  BOOST_REQUIRE(routes.size() == 2U);
  BOOST_TEST(routes[0].gateway == "fe80::1");
  BOOST_TEST(routes[1].gateway == "fe80::2");
  BOOST_TEST((routes[1].origin == Route::Origin::manual));
}

BOOST_AUTO_TEST_CASE(cut_and_lying_bytes_are_survived) {
  std::string dump = link_message(2, "enp1s0", ARPHRD_ETHER, up, kind("veth")) +
                     address_message(2, "2001:db8::5", 0) +
                     route_message(RTN_UNICAST, RTPROT_RA, attribute(RTA_GATEWAY, ip("fe80::1")));
  for (std::size_t length = 0; length < dump.size(); ++length) {
    for (std::size_t lie = 0; lie < length; ++lie) {
      std::string bytes = dump.substr(0, length);
      bytes[lie] = static_cast<char>(0xFF);
      LinksByIndex links = links_in(bytes);
      add_addresses(links, bytes);
      BOOST_REQUIRE(routes_in(bytes, links).size() <= 1U);
    }
  }
}

BOOST_AUTO_TEST_SUITE_END()
