// SPDX-License-Identifier: GPL-3.0-or-later
#include <boost/test/unit_test.hpp>

#include "probes/world/network.h"

using namespace onshi;
using namespace std::chrono_literals;

namespace {

/// Counts what comes through to the outside.
class CountingNetwork : public Network {
 public:
  using Network::Network;
  int reached = 0;

 protected:
  TcpAnswer do_connect(const Target& /*target*/, const Limit& /*limit*/) override {
    return ++reached, TcpAnswer{};
  }
  TlsAnswer do_handshake(const Target& /*target*/, const std::string& /*roots_pem*/,
                         const Limit& /*limit*/) override {
    return ++reached, TlsAnswer{};
  }
  HttpAnswer do_request(const HttpRequest& /*request*/, const Limit& /*limit*/) override {
    return ++reached, HttpAnswer{};
  }
};

const Limit limit = Limit::of(24h);

}  // namespace

BOOST_AUTO_TEST_SUITE(network_tests)

BOOST_AUTO_TEST_CASE(a_host_off_the_list_is_refused_before_anything_happens) {
  CountingNetwork network({"portal.verification.example"});
  for (const char* host :
       {"portal.production.example", "portal.verification.example.", "verification.example", "",
        "portal.verification.example.evil.example", " portal.verification.example", "192.0.2.1"}) {
    Target target{host, "192.0.2.1", 443};
    BOOST_TEST((network.connect(target, limit).result == TcpAnswer::Result::not_allowed));
    TlsAnswer shaken = network.handshake(target, {}, limit);
    BOOST_TEST((shaken.result == TlsAnswer::Result::no_connection));
    BOOST_TEST((shaken.tcp.result == TcpAnswer::Result::not_allowed));
    HttpAnswer answered = network.request({.target = target, .certificate = nullptr, .roots_pem = {}}, limit);
    BOOST_TEST((answered.result == HttpAnswer::Result::not_allowed));
    BOOST_TEST((answered.tls.tcp.result == TcpAnswer::Result::not_allowed));
  }
  BOOST_TEST(network.reached == 0);
}

BOOST_AUTO_TEST_CASE(nothing_is_reachable_with_an_empty_list) {
  CountingNetwork network{AllowedHosts{}};
  network.connect({"portal.verification.example", "192.0.2.1", 443}, limit);
  BOOST_TEST(network.reached == 0);
}

BOOST_AUTO_TEST_CASE(a_host_on_the_list_is_reached_however_it_is_written) {
  CountingNetwork network({"portal.verification.example"});
  for (const char* host : {"portal.verification.example", "Portal.VERIFICATION.example"}) {
    Target target{host, "192.0.2.1", 443};
    network.connect(target, limit);
    network.handshake(target, {}, limit);
    network.request({.target = target, .certificate = nullptr, .roots_pem = {}}, limit);
  }
  BOOST_TEST(network.reached == 6);
}

BOOST_AUTO_TEST_CASE(every_result_has_its_own_word) {
  std::set<std::string_view> tcp, tls, http;
  for (int i = 0; i <= static_cast<int>(TcpAnswer::Result::failed); ++i) {
    tcp.insert(name_of(static_cast<TcpAnswer::Result>(i)));
  }
  for (int i = 0; i <= static_cast<int>(TlsAnswer::Result::failed); ++i) {
    tls.insert(name_of(static_cast<TlsAnswer::Result>(i)));
  }
  for (int i = 0; i <= static_cast<int>(HttpAnswer::Result::failed); ++i) {
    http.insert(name_of(static_cast<HttpAnswer::Result>(i)));
  }
  BOOST_TEST(tcp.size() == 9U);
  BOOST_TEST(tls.size() == 8U);
  BOOST_TEST(http.size() == 10U);
}

BOOST_AUTO_TEST_SUITE_END()
