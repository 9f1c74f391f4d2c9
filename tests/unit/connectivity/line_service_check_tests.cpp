// SPDX-License-Identifier: GPL-3.0-or-later
#include <boost/test/unit_test.hpp>

#include "probes/connectivity/line_service_check.h"
#include "probes/connectivity/proxy_way.h"
#include "probes/site/resolved_names.h"
#include "tests/unit/connectivity/ladder.h"

namespace onshi::test {
namespace {

using Names = std::vector<std::string>;

Names names_for(std::optional<LineType> type) {
  Situation situation = healthy_service();
  situation.site.line.type = type;
  Names names;
  for (const Check& check : line_service_checks(situation.site, situation.profile))
    names.push_back(check.name);
  return names;
}

Situation of_type_3() {
  Situation situation = healthy_service();
  situation.site.line.type = LineType::ipsec_ike;
  situation.evidence.put("line.names", ResolvedNames{.resolvers = {"192.168.1.1"},
                                                     .ipv6 = false,
                                                     .addresses = {{kDistributionHost, {"10.1.2.3"}}}});
  return situation;
}

const ProxyHop kHop{"proxy.distribution.example", "2001:db8:1ff:d::8080", 8080};

/// Neither host takes a direct connection; the terminal is told a proxy, which gives `answer` for the lists.
Situation behind_proxy(const HttpAnswer& answer) {
  Situation situation = healthy_service();
  connect_host(situation, {kLineauthHost, "2001:db8:1ff::80:1", 443}, TcpAnswer::Result::timeout);
  connect_host(situation, {kCrlHost, "2001:db8:1ff::80:2", 80}, TcpAnswer::Result::timeout);
  situation.evidence.put(kProxyCheck, ProxyWay{.settings = {}, .hop = kHop});
  const Target target{.host = kCrlHost, .port = 80, .proxy = kHop};
  situation.seen.requests.push_back({target, "/", false, answer, false});
  return situation;
}

Answer ask_service(const std::string& name, const Situation& situation) {
  return ask(check_named(line_service_checks(situation.site, situation.profile), name), situation);
}

}  // namespace

BOOST_AUTO_TEST_SUITE(line_service_check_tests)

BOOST_AUTO_TEST_CASE(each_line_type_has_its_own_services) {
  BOOST_TEST(names_for(LineType::ip_vpn_ntt) ==
             (Names{"connectivity.tcp.line_authentication", "connectivity.tcp.crl"}));
  BOOST_TEST(names_for(LineType::ipsec_ike) ==
             (Names{"connectivity.tcp.crl", "connectivity.tcp.distribution"}));
  BOOST_TEST(names_for(std::nullopt) == (Names{"connectivity.tcp.crl"}));
}

BOOST_AUTO_TEST_CASE(services_that_take_a_connection_are_good) {
  BOOST_TEST(cause_of(ask_service("connectivity.tcp.line_authentication", healthy_service())) == 0);
  BOOST_TEST(cause_of(ask_service("connectivity.tcp.crl", healthy_service())) == 0);
}

BOOST_AUTO_TEST_CASE(lists_that_come_through_a_proxy_are_asked_for_there_and_others_directly) {
  Situation situation = behind_proxy(http(404));
  const Answer lists = ask_service("connectivity.tcp.crl", situation);
  BOOST_TEST(cause_of(lists) == 0);
  BOOST_TEST(lists.facts.value("through_proxy").value_or("") == "proxy.distribution.example:8080");
  BOOST_TEST(lists.facts.value("result").value_or("") == "HTTP 404");
  BOOST_TEST(cause_of(ask_service("connectivity.tcp.line_authentication", situation)) == 761);
  situation.evidence.put(kProxyCheck, ProxyWay{.settings = {.bypass = {kCrlHost}}, .hop = kHop});
  BOOST_TEST(cause_of(ask_service("connectivity.tcp.crl", situation)) == 762);
}

BOOST_AUTO_TEST_CASE(what_the_proxy_says_for_itself_is_no_word_of_the_hosts) {
  for (const auto& [status, number] : std::vector<std::pair<int, int>>{{200, 0},
                                                                       {302, 0},
                                                                       {404, 0},
                                                                       {405, 0},
                                                                       {403, 762},
                                                                       {407, 762},
                                                                       {502, 762},
                                                                       {503, 762},
                                                                       {504, 762}}) {
    const Answer answer = ask_service("connectivity.tcp.crl", behind_proxy(http(status)));
    BOOST_TEST(cause_of(answer) == number, status);
    BOOST_CHECK(answer.verdict == (number == 0 ? Verdict::ok : Verdict::attention));
  }
  HttpAnswer silent;
  silent.result = HttpAnswer::Result::timeout;
  const Answer answer = ask_service("connectivity.tcp.crl", behind_proxy(silent));
  BOOST_TEST(cause_of(answer) == 762);
  BOOST_TEST(answer.facts.value("result").value_or("") == "timeout");
  BOOST_TEST(answer.facts.value("address").value_or("") == kHop.address);
}

BOOST_AUTO_TEST_CASE(each_silent_service_is_a_warning_with_its_own_number) {
  Situation situation = healthy_service();
  connect_host(situation, {kLineauthHost, "2001:db8:1ff::80:1", 443}, TcpAnswer::Result::timeout);
  connect_host(situation, {kCrlHost, "2001:db8:1ff::80:2", 80}, TcpAnswer::Result::timeout);
  Answer lineauth = ask_service("connectivity.tcp.line_authentication", situation);
  BOOST_TEST(cause_of(lineauth) == 761);
  BOOST_CHECK(lineauth.verdict == Verdict::attention);
  BOOST_TEST(cause_of(ask_service("connectivity.tcp.crl", situation)) == 762);
}

BOOST_AUTO_TEST_CASE(the_distribution_host_is_asked_here_only_where_no_v6_option_is) {
  Situation situation = of_type_3();
  connect_host(situation, {kDistributionHost, "10.1.2.3", 443}, TcpAnswer::Result::timeout);
  BOOST_TEST(cause_of(ask_service("connectivity.tcp.distribution", situation)) == 763);
}

BOOST_AUTO_TEST_CASE(a_service_whose_name_is_not_known_was_not_asked) {
  Answer answer = ask_service("connectivity.tcp.crl", of_type_3());
  BOOST_TEST(cause_of(answer) == 764);
  BOOST_CHECK(answer.verdict == Verdict::unknown);
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace onshi::test
