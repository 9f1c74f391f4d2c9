// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>

#include <boost/test/unit_test.hpp>

#include "probes/connectivity/proxy_way.h"
#include "probes/connectivity/tcp_check.h"
#include "tests/unit/connectivity/ladder.h"

namespace onshi::test {
namespace {

using Result = TcpAnswer::Result;
const Target kPortal{kPortalHost, kPortalAddress, 443};
const Target kOtherPortal{kPortalHost, kOtherPortalAddress, 443};

const std::string kOfTheLine = "2001:db8:100:1::10";
const std::string kOfAnotherLine = "3fff:1:2:3::10";

/// The portal is silent to what the system sends; `at_right` is what comes of calling it from the line's own
/// address.
Situation two_prefixes(Result at_right, const std::string& chosen = kOfAnotherLine) {
  Situation situation = healthy_service();
  Link link{.name = "enp1s0", .kind = Link::Kind::ethernet, .enabled = true, .carrier = true};
  for (const auto& ip : {kOfAnotherLine, kOfTheLine}) {
    link.addresses.push_back({.ip = ip, .prefix_length = 64, .ipv6 = true});
  }
  situation.seen.network = NetworkView{.links = {link}};
  situation.seen.sources[kPortalAddress] = chosen;
  connect_host(situation, kPortal, Result::timeout);
  Target right = kPortal;
  right.source = kOfTheLine;
  connect_host(situation, right, at_right);
  return situation;
}

/// The line's link and one to the clinic's other systems; towards the hosts the system takes `taken`.
Situation two_links(const std::string& taken) {
  Situation situation = healthy_service();
  NetworkView view;
  for (const auto& [name, ip] : {std::pair{"enp1s0", kOfTheLine}, {"enp2s0", kOfAnotherLine}}) {
    view.links.push_back({.name = name,
                          .kind = Link::Kind::ethernet,
                          .enabled = true,
                          .carrier = true,
                          .addresses = {{.ip = ip, .prefix_length = 64, .ipv6 = true}}});
    view.routes.push_back({.destination = "::", .gateway = "fe80::1", .link = name, .ipv6 = true});
  }
  situation.seen.network = std::move(view);
  situation.seen.sources[kPortalAddress] = taken;
  situation.seen.sources[kOtherPortalAddress] = taken;
  return situation;
}

Answer ask_tcp(const Situation& situation) { return ask_ladder("connectivity.tcp.portal", situation); }

LadderHost portal_of(const Situation& situation) {
  const auto hosts = ladder_hosts(situation.profile);
  return *std::ranges::find(hosts, std::string("portal"), &LadderHost::row);
}

}  // namespace

BOOST_AUTO_TEST_SUITE(tcp_check_tests)

BOOST_AUTO_TEST_CASE(a_host_that_takes_connections_is_good) {
  Answer answer = ask_tcp(healthy_service());
  BOOST_TEST(cause_of(answer) == 0);
  BOOST_TEST(std::any_cast<HostAddresses>(answer.evidence).addresses == std::vector{kPortalAddress});
}

BOOST_AUTO_TEST_CASE(each_way_of_not_connecting_has_its_own_number) {
  struct Row {
    Result result;
    int number;
    Verdict verdict;
  };
  for (const Row& row : std::vector<Row>{{Result::refused, 711, Verdict::fail},
                                         {Result::timeout, 712, Verdict::fail},
                                         {Result::unreachable, 713, Verdict::fail},
                                         {Result::prohibited, 714, Verdict::fail},
                                         {Result::reset, 715, Verdict::fail},
                                         {Result::failed, 718, Verdict::unknown}}) {
    Situation situation = healthy_service();
    connect_host(situation, kPortal, row.result);
    Answer answer = ask_tcp(situation);
    BOOST_TEST(cause_of(answer) == row.number, name_of(row.result));
    BOOST_CHECK(answer.verdict == row.verdict);
    BOOST_TEST(answer.facts.value("address").value() == kPortalAddress);
  }
}

BOOST_AUTO_TEST_CASE(a_dead_address_does_not_hide_behind_a_live_one) {
  Situation situation = healthy_service();
  answer_host(situation, kResolver1, kPortalHost, NameAnswer::Result::answer,
              {kPortalAddress, kOtherPortalAddress});
  connect_host(situation, kPortal, Result::timeout);
  connect_host(situation, kOtherPortal, Result::connected);
  Answer answer = ask_tcp(situation);
  BOOST_TEST(cause_of(answer) == 716);
  BOOST_CHECK(answer.verdict == Verdict::attention);
  BOOST_TEST(std::any_cast<HostAddresses>(answer.evidence).addresses == std::vector{kOtherPortalAddress});
}

BOOST_AUTO_TEST_CASE(a_dead_address_that_only_the_first_resolver_gives_is_its_fault) {
  struct Row {
    Result at_first;
    Result at_other;
    int number;
  };
  for (const Row& row :
       {Row{Result::unreachable, Result::connected, 719}, Row{Result::timeout, Result::connected, 719},
        Row{Result::timeout, Result::timeout, 712}, Row{Result::connected, Result::timeout, 0}}) {
    Situation situation = healthy_service();
    answer_host(situation, kResolver2, kPortalHost, NameAnswer::Result::answer, {kOtherPortalAddress});
    connect_host(situation, kPortal, row.at_first);
    connect_host(situation, kOtherPortal, row.at_other);
    Answer answer = ask_tcp(situation);
    BOOST_TEST(cause_of(answer) == row.number);
    if (row.number != 719) continue;
    BOOST_TEST(answer.facts.value("live_address").value() == kOtherPortalAddress);
    BOOST_TEST(answer.facts.value("address").value() == kPortalAddress);
  }
}

BOOST_AUTO_TEST_CASE(silence_from_another_lines_address_is_the_terminals_choice_when_the_right_one_connects) {
  Answer answer = ask_tcp(two_prefixes(Result::connected));
  BOOST_TEST(cause_of(answer) == 757);
  BOOST_CHECK(answer.verdict == Verdict::fail);
  BOOST_TEST(answer.facts.value("wrong_source").value() == kOfAnotherLine);
  BOOST_TEST(answer.facts.value("line_source").value() == kOfTheLine);
}

BOOST_AUTO_TEST_CASE(silence_whatever_the_source_is_the_hosts) {
  BOOST_TEST(cause_of(ask_tcp(two_prefixes(Result::timeout))) == 712);
  BOOST_TEST(cause_of(ask_tcp(two_prefixes(Result::connected, kOfTheLine))) == 712);
  Situation alone = two_prefixes(Result::connected);
  alone.seen.network->links.front().addresses.pop_back();
  BOOST_TEST(cause_of(ask_tcp(alone)) == 712);
}

BOOST_AUTO_TEST_CASE(a_host_that_answers_from_the_wrong_source_is_good) {
  Situation situation = two_prefixes(Result::connected);
  connect_host(situation, kPortal, Result::connected);
  BOOST_TEST(cause_of(ask_tcp(situation)) == 0);
}

BOOST_AUTO_TEST_CASE(a_host_to_which_the_system_takes_the_other_link_is_told) {
  BOOST_TEST(cause_of(ask_tcp(two_links(kOfTheLine))) == 0);
  const Answer answer = ask_tcp(two_links(kOfAnotherLine));
  BOOST_TEST(cause_of(answer) == 747);
  BOOST_CHECK(answer.verdict == Verdict::attention);  // what comes after it is looked at all the same
  BOOST_TEST(std::any_cast<HostAddresses>(answer.evidence).addresses == std::vector{kPortalAddress});
  BOOST_TEST(answer.facts.value("host").value() == kPortalHost);
  BOOST_TEST(answer.facts.value("address").value() == kPortalAddress);
  BOOST_TEST(answer.facts.value("line_link").value() == "enp1s0");
  BOOST_TEST(answer.facts.value("taken_link").value() == "enp2s0");
  BOOST_TEST(answer.facts.value("wrong_source").value() == kOfAnotherLine);
}

BOOST_AUTO_TEST_CASE(the_other_link_is_told_of_an_address_that_took_a_connection_alone) {
  Situation silent = two_links(kOfAnotherLine);
  connect_host(silent, kPortal, Result::timeout);
  BOOST_TEST(cause_of(ask_tcp(silent)) == 712);
  Situation one_dead = two_links(kOfAnotherLine);
  answer_host(one_dead, kResolver1, kPortalHost, NameAnswer::Result::answer,
              {kOtherPortalAddress, kPortalAddress});
  connect_host(one_dead, kOtherPortal, Result::timeout);
  const Answer answer = ask_tcp(one_dead);
  BOOST_TEST(cause_of(answer) == 747);
  BOOST_TEST(answer.facts.value("address").value() == kPortalAddress);
}

BOOST_AUTO_TEST_CASE(a_route_of_the_hosts_own_and_a_single_link_leave_nothing_to_tell) {
  Situation routed = two_links(kOfAnotherLine);
  routed.seen.network->routes.push_back({.destination = "2001:db8:1ff::",
                                         .prefix_length = 48,
                                         .gateway = "fe80::1",
                                         .link = "enp2s0",
                                         .ipv6 = true});
  BOOST_TEST(cause_of(ask_tcp(routed)) == 0);  // this program goes there as any other does
  Situation single = two_links(kOfAnotherLine);
  single.seen.network->links.pop_back();
  single.seen.network->routes.pop_back();
  BOOST_TEST(cause_of(ask_tcp(single)) == 0);
}

BOOST_AUTO_TEST_CASE(behind_a_proxy_the_way_to_the_proxy_counts) {
  const ProxyHop hop{"proxy.distribution.example", "2001:db8:1ff:d::8080", 8080};
  Situation situation = two_links(kOfTheLine);
  situation.evidence.put(kProxyCheck, ProxyWay{.settings = {}, .hop = hop});
  situation.evidence.put("connectivity.name.portal", HostAddresses{.addresses = {kPortalAddress}});
  const auto ask_behind_proxy = [&] { return ask(tcp_check(portal_of(situation)), situation); };
  situation.seen.sources[hop.address] = kOfTheLine;
  BOOST_TEST(cause_of(ask_behind_proxy()) == 0);
  situation.seen.sources[hop.address] = kOfAnotherLine;
  const Answer answer = ask_behind_proxy();
  BOOST_TEST(cause_of(answer) == 747);
  BOOST_TEST(answer.facts.value("address").value() == hop.address);
  BOOST_TEST(std::any_cast<HostAddresses>(answer.evidence).proxy.value().host == hop.host);
}

BOOST_AUTO_TEST_CASE(a_host_that_the_door_refuses_is_told_and_no_packet_leaves) {
  Situation situation = healthy_service();
  situation.environment = Environment::production;  // the door is open for other hosts
  Answer answer = ask_tcp(situation);
  BOOST_TEST(cause_of(answer) == 717);
  BOOST_CHECK(answer.verdict == Verdict::unknown);
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace onshi::test
