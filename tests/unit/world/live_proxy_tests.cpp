// SPDX-License-Identifier: GPL-3.0-or-later
// The live network through a proxy, which is a server of this process too.
#include <boost/test/unit_test.hpp>
#include <unistd.h>

#include "tests/unit/world/live_service.h"

using namespace onshi;
using namespace onshi::test;

namespace {

/// The host at no address of its own, behind the proxy.
Target behind(const LoopbackServer& proxy) {
  const Target hop = proxy.target(host);
  Target target{host, "", 443};
  target.proxy = ProxyHop{hop.host, hop.address, hop.port};
  return target;
}

/// Reads CONNECT, says `answer`, and leaves the rest to who stands behind.
std::function<void(int)> proxy_service(std::string answer,
                                       std::function<void(int)> behind = read_to_the_end) {
  return [answer = std::move(answer), behind = std::move(behind)](int socket) {
    std::string request;
    for (char letter = 0; !request.ends_with("\r\n\r\n") && ::read(socket, &letter, 1) == 1;)
      request += letter;
    BOOST_TEST(request.starts_with("CONNECT " + host + ":443 HTTP/1.1\r\n"), request);
    BOOST_TEST(request.find("Proxy-Authorization") == std::string::npos);
    BOOST_REQUIRE(::write(socket, answer.data(), answer.size()) == static_cast<ssize_t>(answer.size()));
    behind(socket);
  };
}

}  // namespace

BOOST_FIXTURE_TEST_SUITE(live_proxy_tests, Service)

BOOST_AUTO_TEST_CASE(a_proxy_that_refuses_is_told_with_its_status) {
  for (int status : {403, 407, 502}) {
    LoopbackServer proxy(
        proxy_service("HTTP/1.1 " + std::to_string(status) + " No\r\nContent-Length: 0\r\n\r\n"));
    TlsAnswer answer = network.handshake(behind(proxy), roots, enough());
    BOOST_TEST((answer.result == TlsAnswer::Result::no_connection));
    BOOST_TEST(answer.proxy_status == status);
    BOOST_TEST(answer.error == "CONNECT " + std::to_string(status));
  }
}

BOOST_AUTO_TEST_CASE(tls_goes_through_a_proxy_that_lets_it_and_the_server_behind_is_judged) {
  const std::string granted = "HTTP/1.1 200 Connection established\r\n\r\n";
  LoopbackServer proxy(proxy_service(granted, tls_service(server, {.answer = ok})));
  TlsAnswer answer = network.handshake(behind(proxy), roots, enough());
  BOOST_TEST((answer.result == TlsAnswer::Result::agreed));
  HttpAnswer page = network.request({.target = behind(proxy), .roots_pem = roots}, enough());
  BOOST_TEST((page.result == HttpAnswer::Result::answered));
  BOOST_TEST(page.status == 200);
  LoopbackServer impostor(proxy_service(granted, tls_service(authority, {})));
  BOOST_TEST((network.handshake(behind(impostor), roots, enough()).result == TlsAnswer::Result::not_trusted));
}

BOOST_AUTO_TEST_CASE(what_is_not_encrypted_a_proxy_fetches_itself) {
  std::string asked;
  LoopbackServer proxy([&asked](int socket) {
    for (char letter = 0; !asked.ends_with("\r\n\r\n") && ::read(socket, &letter, 1) == 1;) asked += letter;
    const std::string answer = "HTTP/1.1 200 OK\r\nContent-Length: 4\r\nConnection: close\r\n\r\nlist";
    BOOST_REQUIRE(::write(socket, answer.data(), answer.size()) == static_cast<ssize_t>(answer.size()));
  });
  Target target = behind(proxy);
  target.port = 80;
  HttpRequest request{.target = target, .path = "/a.crl", .method = HttpRequest::Method::get, .tls = false};
  request.most_body = 100;
  const HttpAnswer answer = network.request(request, enough());
  BOOST_TEST(answer.status == 200);
  BOOST_TEST(answer.body == "list");
  BOOST_TEST(answer.body_complete);
  BOOST_TEST(asked.starts_with("GET http://" + host), asked);
  BOOST_TEST(asked.find("/a.crl HTTP/1.1\r\n") != std::string::npos, asked);
  BOOST_TEST(asked.find("CONNECT") == std::string::npos, asked);
}

BOOST_AUTO_TEST_CASE(behind_a_proxy_that_is_silent_or_not_there_is_no_connection) {
  LoopbackServer silent(read_to_the_end);
  TlsAnswer answer = network.handshake(behind(silent), roots, soon());
  BOOST_TEST((answer.result == TlsAnswer::Result::no_connection));
  BOOST_TEST((answer.tcp.result == TcpAnswer::Result::timeout));
  Target target{host, "", 443};
  target.proxy = ProxyHop{host, "127.0.0.1", 1};
  answer = network.handshake(target, roots, enough());
  BOOST_TEST((answer.result == TlsAnswer::Result::no_connection));
  BOOST_TEST((answer.tcp.result == TcpAnswer::Result::refused));
}

BOOST_AUTO_TEST_CASE(a_proxy_that_is_not_listed_is_not_asked) {
  LoopbackServer proxy(read_to_the_end);
  Target target = behind(proxy);
  target.proxy->host = "proxy.stranger.example";
  BOOST_TEST((network.handshake(target, roots, soon()).tcp.result == TcpAnswer::Result::not_allowed));
  BOOST_TEST(proxy.connections() == 0);
}

BOOST_AUTO_TEST_SUITE_END()
