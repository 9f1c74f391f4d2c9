// SPDX-License-Identifier: GPL-3.0-or-later
#include <functional>

#include <boost/test/unit_test.hpp>

#include "probes/line/network_change.h"
#include "tests/unit/line/healthy_line.h"

namespace onshi::test {
namespace {

struct Row {
  std::string what;
  std::function<void(NetworkView&)> change;
};

NetworkView healthy() {
  Situation situation = healthy_line();
  NetworkView view = network_of(situation);
  view.links.push_back({.name = "lo", .kind = Link::Kind::loopback, .enabled = true, .carrier = true});
  view.links.push_back({.name = "docker0", .kind = Link::Kind::other, .enabled = true});
  view.routes.push_back({.destination = "172.17.0.0", .prefix_length = 16, .link = "docker0"});
  return view;
}

NetworkView changed(const Row& row) {
  NetworkView view = healthy();
  row.change(view);
  return view;
}

Address temporary(const std::string& ip) {
  Address one = address(ip);
  one.temporary = true;
  return one;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(network_change_tests)

BOOST_AUTO_TEST_CASE(what_an_engineer_would_notice_is_a_change) {
  const std::vector<Row> rows{
      {"cable out", [](NetworkView& view) { view.links[0].carrier = false; }},
      {"switched off", [](NetworkView& view) { view.links[0].enabled = false; }},
      {"adapter gone", [](NetworkView& view) { view.links.erase(view.links.begin()); }},
      {"slower", [](NetworkView& view) { view.links[0].megabits = 10; }},
      {"another MTU", [](NetworkView& view) { view.links[0].mtu = 1454; }},
      {"no address", [](NetworkView& view) { view.links[0].addresses.clear(); }},
      {"a second prefix",
       [](NetworkView& view) { view.links[0].addresses.push_back(address("2001:db9::1")); }},
      {"address expired", [](NetworkView& view) { view.links[0].addresses[0].deprecated = true; }},
      {"address taken", [](NetworkView& view) { view.links[0].addresses[0].duplicate = true; }},
      {"no route", [](NetworkView& view) { view.routes.clear(); }},
      {"a default route elsewhere",
       [](NetworkView& view) {
         view.routes.push_back({.destination = "0.0.0.0", .gateway = "172.17.0.2", .link = "docker0"});
       }},
      {"other resolvers", [](NetworkView& view) { view.resolvers = {{kWest1, kLink}}; }},
      {"resolvers in another order", [](NetworkView& view) { std::ranges::reverse(view.resolvers); }},
      {"another search domain", [](NetworkView& view) { view.search_domains = {"flets-west.example"}; }},
  };
  for (const Row& row : rows) BOOST_TEST(!looks_alike(healthy(), changed(row)), row.what);
}

BOOST_AUTO_TEST_CASE(what_the_system_does_by_itself_is_none) {
  const std::vector<Row> rows{
      {"nothing, as when a router renews lifetimes", [](NetworkView&) {}},
      {"a temporary address",
       [](NetworkView& view) { view.links[0].addresses.push_back(temporary("2001:db8:100:1::77")); }},
      {"another order of links", [](NetworkView& view) { std::ranges::reverse(view.links); }},
      {"another order of routes", [](NetworkView& view) { std::ranges::reverse(view.routes); }},
      {"a container starts",
       [](NetworkView& view) {
         view.links[2].carrier = true;
         view.links.push_back({.name = "veth9", .kind = Link::Kind::other, .enabled = true});
         view.routes.push_back({.destination = "172.18.0.0", .prefix_length = 16, .link = "veth9"});
       }},
  };
  for (const Row& row : rows) BOOST_TEST(looks_alike(healthy(), changed(row)), row.what);
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace onshi::test
