// SPDX-License-Identifier: GPL-3.0-or-later
// That everything which goes out is kept to the link that was chosen: over the loopback link it arrives, over
// a link that does not exist nothing is sent at all.
#include <array>
#include <thread>

#include <arpa/inet.h>
#include <boost/test/unit_test.hpp>
#include <sys/socket.h>
#include <unistd.h>

#include "probes/world/linux/linux_machine.h"
#include "probes/world/live/name_exchange.h"
#include "tests/unit/world/live_service.h"

using namespace onshi;
using namespace onshi::test;
using namespace std::chrono_literals;

namespace {

const std::string kLoopback = "lo";
const std::string kNowhere = "no-such-link";

LinkChoice always(const std::string& link) {
  return [link](const std::string&) { return link; };
}

}  // namespace

BOOST_FIXTURE_TEST_SUITE(link_choice_tests, Service)

BOOST_AUTO_TEST_CASE(a_connection_is_kept_to_its_link) {
  LoopbackServer running(read_to_the_end);
  LiveNetwork here({host}, always(kLoopback));
  BOOST_TEST((here.connect(running.target(host), enough()).result == TcpAnswer::Result::connected));
  LiveNetwork nowhere({host}, always(kNowhere));
  BOOST_TEST((nowhere.connect(running.target(host), enough()).result == TcpAnswer::Result::failed));
  BOOST_TEST(running.connections() <= 1);  // the first may not have been taken up yet
}

BOOST_AUTO_TEST_CASE(tls_and_http_are_kept_to_their_link) {
  LoopbackServer running(tls_service(server, {}));
  LiveNetwork here({host}, always(kLoopback));
  BOOST_TEST((here.handshake(running.target(host), roots, enough()).result == TlsAnswer::Result::agreed));
  LiveNetwork nowhere({host}, always(kNowhere));
  BOOST_TEST(
      (nowhere.handshake(running.target(host), roots, enough()).result == TlsAnswer::Result::no_connection));
  const HttpRequest request{.target = running.target(host), .certificate = nullptr, .roots_pem = roots};
  BOOST_TEST((nowhere.request(request, enough()).result == HttpAnswer::Result::no_connection));
  BOOST_TEST(running.connections() == 1);
}

BOOST_AUTO_TEST_CASE(a_proxy_is_what_the_link_is_chosen_for) {
  std::vector<std::string> asked;
  LiveNetwork noting({host, "proxy.example"}, [&](const std::string& ip) {
    asked.push_back(ip);
    return kNowhere;
  });
  Target target{.host = host, .address = "192.0.2.1"};
  target.proxy = ProxyHop{"proxy.example", "127.0.0.1", 8080};
  noting.handshake(target, roots, enough());
  BOOST_TEST((asked == std::vector<std::string>{"127.0.0.1"}));
}

BOOST_AUTO_TEST_CASE(a_clamped_connection_is_kept_to_its_link_too) {
  LoopbackServer running(read_to_the_end);
  Target small = running.target(host);
  small.largest_segment = 1200;
  LiveNetwork nowhere({host}, always(kNowhere));
  BOOST_TEST((nowhere.connect(small, enough()).result == TcpAnswer::Result::failed));
  BOOST_TEST(running.connections() == 0);
}

BOOST_AUTO_TEST_CASE(a_question_for_a_name_or_the_time_is_not_sent_over_a_link_that_is_not_there) {
  for (auto way : {NameQuestion::Way::udp_edns, NameQuestion::Way::tcp}) {
    const NameQuestion question{.name = "portal.example", .server = "127.0.0.1", .way = way};
    const auto answer = exchange_name(question, Limit::of(10s), always(kNowhere));
    BOOST_TEST((answer.result != NameAnswer::Result::timeout));  // nothing was waited for
    BOOST_TEST((answer.result != NameAnswer::Result::answer));
  }
  LinuxMachine machine({"ntp.example"}, always(kNowhere));
  const auto offset = machine.clock_offset({"ntp.example", "127.0.0.1", 123}, Limit::of(10s));
  BOOST_REQUIRE(!offset.has_value());
  BOOST_TEST((offset.error().why != CannotSee::Why::timeout));
}

BOOST_AUTO_TEST_CASE(the_servers_own_address_without_its_scope_is_what_the_link_is_chosen_for) {
  std::vector<std::string> asked;
  const LinkChoice note = [&](const std::string& ip) {
    asked.push_back(ip);
    return kNowhere;
  };
  exchange_name({.name = "portal.example", .server = "fe80::1%lo"}, Limit::of(10s), note);
  BOOST_TEST((asked == std::vector<std::string>{"fe80::1"}));
}

BOOST_AUTO_TEST_SUITE_END()
