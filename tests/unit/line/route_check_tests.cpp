// SPDX-License-Identifier: GPL-3.0-or-later
#include <boost/test/unit_test.hpp>

#include "tests/unit/line/healthy_line.h"

namespace onshi::test {
namespace {

int cause_with(std::vector<Route> routes, Situation situation = healthy_line()) {
  network_of(situation).routes = std::move(routes);
  return cause_of(ask_line("line.route", situation));
}

Route ipv6_default(const std::string& link, std::uint32_t metric) {
  return {.destination = "::", .gateway = "fe80::1", .link = link, .metric = metric, .ipv6 = true};
}

Route ipv4_route(const std::string& destination, int length) {
  return {.destination = destination, .prefix_length = length, .gateway = "192.168.1.1", .link = kLink};
}

}  // namespace

BOOST_AUTO_TEST_SUITE(route_check_tests)

BOOST_AUTO_TEST_CASE(an_advertised_default_route_is_good) {
  Answer answer = ask_line("line.route", healthy_line());
  BOOST_TEST(cause_of(answer) == 0);
  BOOST_TEST(answer.facts.value("gateway").value() == "fe80::1");
}

BOOST_AUTO_TEST_CASE(no_route_for_ipv6_is_told_on_line_type_1) {
  BOOST_TEST(cause_with({}) == 221);
  BOOST_TEST(cause_with({ipv4_route("0.0.0.0", 0)}) == 221);
}

BOOST_AUTO_TEST_CASE(two_equal_default_routes_compete) {
  BOOST_TEST(cause_with({ipv6_default(kLink, 100), ipv6_default("enp2s0", 100)}) == 222);
}

BOOST_AUTO_TEST_CASE(routes_of_different_rank_do_not_compete) {
  BOOST_TEST(cause_with({ipv6_default(kLink, 1), ipv6_default("enp2s0", 100)}) == 0);
  BOOST_TEST(cause_with({ipv6_default(kLink, 100), ipv6_default(kLink, 100)}) == 0);
}

BOOST_AUTO_TEST_CASE(no_route_for_ipv4_is_told_on_the_other_types) {
  BOOST_TEST(cause_with({ipv6_default(kLink, 1)}, healthy_ipv4_line()) == 223);
}

BOOST_AUTO_TEST_CASE(routes_into_a_providers_network_do_without_a_default) {
  BOOST_TEST(cause_with({ipv4_route("10.0.0.0", 8)}, healthy_ipv4_line()) == 0);
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace onshi::test
