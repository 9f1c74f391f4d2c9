// SPDX-License-Identifier: GPL-3.0-or-later
#include <boost/test/unit_test.hpp>

#include "probes/world/way_out.h"

using namespace onshi;

namespace {

const std::string kLine = "enp1s0";
const std::string kOffice = "enp2s0";
const std::vector<ProfilePrefix> kPrefixes{{"2001:db8:100::", 40, "ntt_east", true}};
const std::string kResolver = "2001:db8:1ff::53:1";

Link link_named(const std::string& name, const std::string& ip, int length = 64) {
  return {.name = name,
          .kind = Link::Kind::ethernet,
          .enabled = true,
          .carrier = true,
          .addresses = {{.ip = ip, .prefix_length = length, .ipv6 = ip.find(':') != std::string::npos}}};
}

Route default_by(const std::string& link, std::uint32_t metric, bool ipv6 = true) {
  return {.destination = ipv6 ? "::" : "0.0.0.0",
          .gateway = ipv6 ? "fe80::1" : "192.168.20.1",
          .link = link,
          .metric = metric,
          .ipv6 = ipv6};
}

/// The other link is the one that the system prefers.
NetworkView two_links() {
  return {.links = {link_named(kLine, "2001:db8:100:1::10"), link_named(kOffice, "3fff:1:2:20::10")},
          .routes = {default_by(kOffice, 512), default_by(kLine, 1024)}};
}

std::string link_for(const NetworkView& view, const std::string& ip = kResolver) {
  return link_towards(view, kPrefixes, ip);
}

}  // namespace

BOOST_AUTO_TEST_SUITE(way_out_tests)

BOOST_AUTO_TEST_CASE(of_two_links_the_one_with_an_address_of_the_line_is_taken_whatever_the_metric) {
  BOOST_TEST(link_for(two_links()) == kLine);
  BOOST_TEST(link_towards(two_links(), {}, kResolver).empty());
}

BOOST_AUTO_TEST_CASE(where_nothing_tells_them_apart_the_system_decides) {
  NetworkView both = two_links();
  both.links[1].addresses.front().ip = "2001:db8:100:2::10";
  BOOST_TEST(link_for(both).empty());
  NetworkView none = two_links();
  none.links[0].addresses.front().ip = "3fff:1:2:3::10";
  BOOST_TEST(link_for(none).empty());
}

BOOST_AUTO_TEST_CASE(a_providers_prefix_draws_nothing_to_its_link) {
  std::vector<ProfilePrefix> prefixes = kPrefixes;
  prefixes.push_back({"3fff:1::", 32, "ocn", true});
  BOOST_TEST(link_towards(two_links(), prefixes, kResolver) == kLine);
  NetworkView unlisted = two_links();
  unlisted.links[0].addresses.front().ip = "3fff:2:2:3::10";
  BOOST_TEST(link_towards(unlisted, prefixes, kResolver).empty());
  // The longer match is the provider's, within a network of the line's.
  prefixes.push_back({"2001:db8:100::", 48, "ocn", true});
  NetworkView within = two_links();
  within.links[0].addresses.front().ip = "2001:db8:100:1::10";
  BOOST_TEST(link_towards(within, prefixes, kResolver).empty());
}

BOOST_AUTO_TEST_CASE(a_link_that_cannot_carry_it_is_not_taken) {
  for (auto spoil : {+[](NetworkView& view) { view.links[0].carrier = false; },
                     +[](NetworkView& view) { view.links[0].enabled = false; },
                     +[](NetworkView& view) { view.links[0].addresses.front().deprecated = true; },
                     +[](NetworkView& view) { view.links[0].addresses.front().tentative = true; },
                     +[](NetworkView& view) { view.links[0].addresses.front().duplicate = true; },
                     +[](NetworkView& view) { view.routes.pop_back(); }}) {
    NetworkView view = two_links();
    spoil(view);
    BOOST_TEST(link_for(view).empty());
  }
}

BOOST_AUTO_TEST_CASE(neighbours_and_routes_of_their_own_are_the_systems_matter) {
  NetworkView view = two_links();
  view.routes.push_back({.destination = "3fff:1:2:20::", .prefix_length = 64, .link = kOffice, .ipv6 = true});
  BOOST_TEST(link_for(view, "3fff:1:2:20::1").empty());
  BOOST_TEST(link_for(view, "fe80::1").empty());
  BOOST_TEST(link_for(view, "not an address").empty());
  BOOST_TEST(link_for(view) == kLine);
}

BOOST_AUTO_TEST_CASE(over_ipv4_the_dialled_connection_is_the_line) {
  NetworkView view{.links = {link_named(kOffice, "192.168.20.10", 24), link_named("ppp0", "10.20.40.10", 32)},
                   .routes = {default_by(kOffice, 10, false), default_by("ppp0", 100, false)}};
  BOOST_TEST(link_for(view, "10.20.53.1").empty());
  view.links[1].kind = Link::Kind::ppp;
  BOOST_TEST(link_for(view, "10.20.53.1") == "ppp0");
  view.links.push_back(link_named("ipsec0", "10.21.0.1", 32));
  view.links.back().kind = Link::Kind::tunnel;
  BOOST_TEST(link_for(view, "10.20.53.1").empty());
}

BOOST_AUTO_TEST_CASE(an_address_tells_its_link) {
  BOOST_TEST(link_with(two_links(), "3fff:1:2:20::10") == kOffice);
  BOOST_TEST(link_with(two_links(), "3fff:1:2:20::11").empty());
}

BOOST_AUTO_TEST_SUITE_END()
