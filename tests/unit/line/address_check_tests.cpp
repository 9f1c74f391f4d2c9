// SPDX-License-Identifier: GPL-3.0-or-later
#include <boost/test/unit_test.hpp>

#include "probes/line/address_check.h"
#include "tests/unit/line/healthy_line.h"

namespace onshi::test {
namespace {

Answer ask_addresses(Situation situation) { return ask_line("line.address", situation); }

Answer with_addresses(std::vector<Address> addresses) {
  Situation situation = healthy_line();
  link_of(situation).addresses = std::move(addresses);
  return ask_addresses(situation);
}

Address marked(bool Address::* mark) {
  Address made = address(kAddress);
  made.*mark = true;
  return made;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(address_check_tests)

BOOST_AUTO_TEST_CASE(an_advertised_address_is_good_and_handed_on) {
  Answer answer = ask_addresses(healthy_line());
  BOOST_TEST(cause_of(answer) == 0);
  auto evidence = std::any_cast<AddressEvidence>(answer.evidence);
  BOOST_TEST(evidence.ipv6);
  BOOST_TEST(evidence.usable == std::vector{kAddress});
}

BOOST_AUTO_TEST_CASE(only_fe80_is_a_missing_router_advertisement) {
  Answer answer = with_addresses({address("fe80::10")});
  BOOST_TEST(cause_of(answer) == 213);
  BOOST_CHECK(answer.verdict == Verdict::fail);
  BOOST_TEST(answer.facts.value("waited_ms").has_value());
}

BOOST_AUTO_TEST_CASE(ipv4_alone_on_the_only_adapter_is_told_from_a_missing_router_advertisement) {
  Answer answer = with_addresses({address("fe80::10"), address("192.168.1.10", 24)});
  BOOST_TEST(cause_of(answer) == 224);
  BOOST_CHECK(answer.verdict == Verdict::fail);
  BOOST_TEST(answer.facts.value("ipv4_address").value() == "192.168.1.10");
  BOOST_TEST(cause_of(with_addresses({address("fe80::10"), address("169.254.3.4", 16)})) == 213);
}

BOOST_AUTO_TEST_CASE(ipv4_on_the_adapter_for_other_systems_does_not_hide_the_missing_advertisement) {
  Situation situation = healthy_line();
  link_of(situation).addresses = {address("fe80::10")};
  Link other = link_of(situation);
  other.name = "enp2s0";
  other.addresses = {address("192.168.1.10", 24)};
  network_of(situation).links.push_back(other);
  BOOST_TEST(cause_of(ask_addresses(situation)) == 213);
}

BOOST_AUTO_TEST_CASE(an_address_that_is_still_tried_is_not_decided) {
  Answer answer = with_addresses({address("fe80::10"), marked(&Address::tentative)});
  BOOST_TEST(cause_of(answer) == 211);
  BOOST_CHECK(answer.verdict == Verdict::unknown);
}

BOOST_AUTO_TEST_CASE(each_other_state_of_ipv6_has_its_own_number) {
  BOOST_TEST(cause_of(with_addresses({address("fe80::10"), marked(&Address::duplicate)})) == 212);
  BOOST_TEST(cause_of(with_addresses({})) == 214);
  BOOST_TEST(cause_of(with_addresses({address("fe80::10"), address("fd00:1234::1")})) == 215);
  BOOST_TEST(cause_of(with_addresses({address("fe80::10"), marked(&Address::deprecated)})) == 217);
}

BOOST_AUTO_TEST_CASE(addresses_of_two_providers_are_a_warning) {
  Answer answer = with_addresses({address(kAddress), address("2001:db9:1::1")});
  BOOST_TEST(cause_of(answer) == 216);
  BOOST_CHECK(answer.verdict == Verdict::attention);
}

BOOST_AUTO_TEST_CASE(two_providers_on_a_cable_each_are_as_it_should_be) {
  Situation situation = healthy_line();
  network_of(situation).links.push_back(link_of(situation));
  network_of(situation).links.back().addresses = {address("2001:db9:1::1")};
  BOOST_TEST(cause_of(ask_addresses(situation)) == 0);
}

BOOST_AUTO_TEST_CASE(the_other_line_types_want_ipv4) {
  Situation situation = healthy_ipv4_line();
  BOOST_TEST(cause_of(ask_addresses(situation)) == 0);
  link_of(situation).addresses = {address("fe80::10")};
  BOOST_TEST(cause_of(ask_addresses(situation)) == 218);
  link_of(situation).addresses = {address("169.254.3.3", 16)};
  BOOST_TEST(cause_of(ask_addresses(situation)) == 219);
}

BOOST_AUTO_TEST_CASE(on_a_line_that_a_router_dials_it_is_the_router_that_gives_no_address) {
  Situation situation = healthy_ipv4_line();
  situation.site.line.type = LineType::ip_vpn_ctc_qtnet;
  link_of(situation).addresses = {address("fe80::10")};
  struct Row {
    AddressCalls calls;
    int cause;
  };
  for (const Row& row :
       {Row{{{kLink}, {}}, 218}, Row{{{}, {kLink}}, 225}, Row{{{kLink}, {kLink}}, 225}, Row{{{}, {}}, 225}}) {
    situation.seen.address_calls = row.calls;
    BOOST_TEST(cause_of(ask_addresses(situation)) == row.cause);
  }
  situation.seen.address_calls = std::unexpected(CannotSee{CannotSee::Why::not_supported, 0, "not recorded"});
  BOOST_TEST(cause_of(ask_addresses(situation)) == 225);
}

BOOST_AUTO_TEST_CASE(a_line_that_is_dialled_and_gives_no_address_is_not_connected) {
  Situation situation = healthy_ipv4_line();
  situation.site.line.type = LineType::ip_vpn_ctc_qtnet;
  BOOST_TEST(cause_of(ask_addresses(situation)) == 0);
  link_of(situation).addresses = {address("fe80::10")};
  Answer answer = ask_addresses(situation);
  BOOST_TEST(cause_of(answer) == 225);
  BOOST_CHECK(answer.verdict == Verdict::fail);
  Link adapter{.name = "ppp0", .kind = Link::Kind::ppp, .enabled = true};
  network_of(situation).links.push_back(adapter);
  BOOST_TEST(cause_of(ask_addresses(situation)) == 225);  // the adapter is there, and not connected
  network_of(situation).links.back().carrier = true;
  BOOST_TEST(cause_of(ask_addresses(situation)) == 218);
  network_of(situation).links.back().addresses = {address("10.20.40.10", 32)};
  BOOST_TEST(cause_of(ask_addresses(situation)) == 0);
}

BOOST_AUTO_TEST_CASE(a_system_that_shows_nothing_is_told_by_the_same_number_as_the_cable) {
  Situation situation = healthy_line();
  situation.seen.network = std::unexpected(CannotSee{});
  BOOST_TEST(cause_of(ask(address_check(), situation)) == 204);
}

BOOST_AUTO_TEST_CASE(waiting_ends_at_once_when_a_person_stops) {
  Situation situation = healthy_line();
  link_of(situation).addresses = {address("fe80::10")};
  std::stop_source stop;
  stop.request_stop();
  situation.stop = stop.get_token();
  BOOST_TEST(cause_of(ask(address_check(), situation)) ==
             204);  // the world itself says that it was cancelled
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace onshi::test
