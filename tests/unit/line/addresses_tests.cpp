// SPDX-License-Identifier: GPL-3.0-or-later
#include <boost/test/unit_test.hpp>

#include "probes/line/addresses.h"
#include "tests/unit/line/healthy_line.h"

namespace onshi::test {
namespace {

NetworkView with(std::vector<Address> addresses) {
  NetworkView view;
  view.links = {{.name = kLink,
                 .kind = Link::Kind::ethernet,
                 .enabled = true,
                 .carrier = true,
                 .addresses = std::move(addresses)}};
  return view;
}

Address marked(const std::string& ip, bool Address::* mark) {
  Address made = address(ip);
  made.*mark = true;
  return made;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(addresses_tests)

BOOST_AUTO_TEST_CASE(ipv6_addresses_amount_to_one_state) {
  struct Row {
    std::vector<Address> addresses;
    AddressState state;
  };
  const std::vector<Row> rows{
      {{address("fe80::1"), address(kAddress)}, AddressState::usable},
      {{address("fe80::1"), marked(kAddress, &Address::tentative)}, AddressState::tentative},
      {{address("fe80::1"), marked(kAddress, &Address::duplicate)}, AddressState::duplicate},
      {{address("fe80::1"), marked(kAddress, &Address::deprecated)}, AddressState::expired},
      {{address("fe80::1")}, AddressState::only_link_local},
      {{}, AddressState::no_ipv6},
      {{address("192.168.1.2", 24)}, AddressState::no_ipv6},
      {{address("fe80::1"), address("fd12:3456::1")}, AddressState::only_private},
      {{marked("2001:db8:100:1::2", &Address::deprecated), address(kAddress)}, AddressState::usable}};
  for (const Row& row : rows) BOOST_CHECK(assess_ipv6(with(row.addresses)).state == row.state);
}

BOOST_AUTO_TEST_CASE(ipv4_addresses_amount_to_one_state) {
  BOOST_CHECK(assess_ipv4(with({address("192.168.1.2", 24)})).state == AddressState::usable);
  BOOST_CHECK(assess_ipv4(with({address("169.254.7.7", 16)})).state == AddressState::self_assigned);
  BOOST_CHECK(assess_ipv4(with({address(kAddress)})).state == AddressState::no_ipv4);
}

BOOST_AUTO_TEST_CASE(addresses_of_a_dead_cable_do_not_count) {
  NetworkView view = with({address(kAddress)});
  view.links.front().carrier = false;
  BOOST_CHECK(assess_ipv6(view).state == AddressState::no_ipv6);
}

BOOST_AUTO_TEST_CASE(the_declared_type_chooses_the_family) {
  NetworkView both = with({address(kAddress), address("192.168.1.2", 24)});
  BOOST_TEST(assess(both, LineType::ip_vpn_ntt).ipv6);
  BOOST_TEST(!assess(both, LineType::ip_vpn_ctc_qtnet).ipv6);
  BOOST_TEST(!assess(both, LineType::ipsec_ike).ipv6);
}

BOOST_AUTO_TEST_CASE(without_a_declaration_the_usable_family_is_taken) {
  BOOST_TEST(assess(with({address(kAddress), address("192.168.1.2", 24)}), std::nullopt).ipv6);
  BOOST_TEST(!assess(with({address("fe80::1"), address("192.168.1.2", 24)}), std::nullopt).ipv6);
  BOOST_TEST(assess(with({address("fe80::1")}), std::nullopt).ipv6);
}

BOOST_AUTO_TEST_CASE(two_prefixes_of_one_provider_are_one_provider) {
  BOOST_TEST(!from_several_providers({"2001:db8:100:1::1", "2001:db8:100:2::1"}));
  BOOST_TEST(from_several_providers({"2001:db8:100:1::1", "2001:db9:100:1::1"}));
}

BOOST_AUTO_TEST_CASE(a_resolver_with_a_link_in_its_address_is_a_neighbour) {
  BOOST_TEST(is_on_link("fe80::1%enp1s0", {}));
  BOOST_TEST(!is_on_link("2001:db8:1ff::53:1", {}));
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace onshi::test
