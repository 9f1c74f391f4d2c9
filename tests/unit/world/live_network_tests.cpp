// SPDX-License-Identifier: GPL-3.0-or-later
// The live network against servers of this process on the loopback address.
#include <boost/test/unit_test.hpp>
#include <signal.h>
#include <unistd.h>

#include "probes/world/live/live_network.h"
#include "probes/world/live/websocket_key.h"
#include "tests/unit/world/live_service.h"

using namespace onshi;
using namespace onshi::test;
using namespace std::chrono_literals;

namespace {

std::string key_in(const std::string& request) {
  const std::string name = "Sec-WebSocket-Key: ";
  const auto begin = request.find(name) + name.size();
  return request.substr(begin, request.find("\r\n", begin) - begin);
}

std::string switching(const std::string& accept) {
  return "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
         "Sec-WebSocket-Accept: " +
         accept + "\r\n\r\n";
}

}  // namespace

BOOST_FIXTURE_TEST_SUITE(live_network_tests, Service)

BOOST_AUTO_TEST_CASE(a_connection_says_which_of_our_addresses_it_used) {
  LoopbackServer running(read_to_the_end);
  TcpAnswer answer = network.connect(running.target(host), enough());
  BOOST_TEST((answer.result == TcpAnswer::Result::connected));
  BOOST_TEST(answer.source == "127.0.0.1");
}

BOOST_AUTO_TEST_CASE(a_connection_can_be_made_from_another_of_our_addresses) {
  LoopbackServer running(read_to_the_end);
  Target target = running.target(host);
  target.source = "127.0.0.2";
  TcpAnswer answer = network.connect(target, enough());
  BOOST_TEST((answer.result == TcpAnswer::Result::connected));
  BOOST_TEST(answer.source == "127.0.0.2");
}

BOOST_AUTO_TEST_CASE(a_connection_from_an_address_that_is_not_ours_is_not_made) {
  LoopbackServer running(read_to_the_end);
  Target target = running.target(host);
  target.source = "192.0.2.1";
  BOOST_TEST((network.connect(target, enough()).result != TcpAnswer::Result::connected));
}

BOOST_AUTO_TEST_CASE(a_body_comes_as_far_as_it_is_wanted_and_says_whether_it_is_whole) {
  struct Row {
    std::size_t said;
    std::size_t wanted;
    std::string body;
    bool whole;
  };
  for (const Row& row : {Row{10, 10, "0123456789", true}, Row{10, 4, "0123", false},
                         Row{20, 100, "0123456789", false}, Row{10, 0, "", false}}) {
    const auto answer_to = [&row](const std::string&) {
      return "HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length: " + std::to_string(row.said) +
             "\r\n\r\n0123456789";
    };
    LoopbackServer running(tls_service(server, {.answer_to = answer_to}, nullptr));
    const HttpAnswer answer = network.request({.target = running.target(host),
                                               .method = HttpRequest::Method::get,
                                               .most_body = row.wanted,
                                               .certificate = nullptr,
                                               .roots_pem = roots},
                                              enough());
    BOOST_TEST(answer.status == 200);
    BOOST_TEST(answer.body == row.body);
    BOOST_TEST(answer.body_complete == row.whole);
  }
}

BOOST_AUTO_TEST_CASE(a_closed_port_refuses) {
  Target target = LoopbackServer(read_to_the_end).target(host);
  TcpAnswer answer = network.connect(target, enough());
  BOOST_TEST((answer.result == TcpAnswer::Result::refused));
  BOOST_TEST(answer.error == "ECONNREFUSED");
  BOOST_TEST((network.handshake(target, roots, enough()).result == TlsAnswer::Result::no_connection));
  HttpAnswer http = network.request({.target = target, .roots_pem = roots}, enough());
  BOOST_TEST((http.result == HttpAnswer::Result::no_connection));
  BOOST_TEST((http.tls.tcp.result == TcpAnswer::Result::refused));
}

BOOST_AUTO_TEST_CASE(a_good_server_is_agreed_with) {
  for (int version : {TLS1_2_VERSION, TLS1_3_VERSION}) {
    TlsAnswer answer = handshake_with(server, {.version = version});
    BOOST_TEST((answer.result == TlsAnswer::Result::agreed));
    BOOST_TEST(answer.verify_error == 0);
    BOOST_TEST(answer.protocol == (version == TLS1_2_VERSION ? "TLSv1.2" : "TLSv1.3"));
    BOOST_TEST(answer.server.subject == "CN = " + host);
    BOOST_TEST(answer.server.issuer == "CN = Invented Root");
    BOOST_TEST((answer.server.names == std::vector<std::string>{host}));
    BOOST_TEST((answer.server.not_after > answer.server.not_before));
    BOOST_TEST(!answer.certificate_requested);
  }
}

BOOST_AUTO_TEST_CASE(a_server_that_is_not_trusted_says_why_and_who_it_is) {
  Identity stranger = make_identity({.subject = "Stranger", .authority = true}, nullptr);
  struct Row {
    long verify_error;
    Identity identity;
  };
  std::vector<Row> rows;
  rows.push_back(
      {10, make_identity({.subject = host, .name = host, .begins = -7200, .ends = -3600}, &authority)});
  rows.push_back(
      {9, make_identity({.subject = host, .name = host, .begins = 3600, .ends = 7200}, &authority)});
  rows.push_back({62, make_identity({.subject = "x", .name = "elsewhere.example"}, &authority)});
  rows.push_back({21, make_identity({.subject = host, .name = host}, &stranger)});
  rows.push_back({18, make_identity({.subject = host, .name = host}, nullptr)});
  for (const Row& row : rows) {
    TlsAnswer answer = handshake_with(row.identity);
    BOOST_TEST((answer.result == TlsAnswer::Result::not_trusted));
    BOOST_TEST(answer.verify_error == row.verify_error);
    BOOST_TEST((answer.tcp.result == TcpAnswer::Result::connected));
    BOOST_TEST(!answer.server.subject.empty());
    BOOST_TEST((answer.failing.not_after == answer.server.not_after));
    BOOST_TEST(!answer.error.empty());
  }
}

BOOST_AUTO_TEST_CASE(roots_that_are_none_trust_nobody_and_send_nothing) {
  LoopbackServer running(tls_service(server, {}));
  TlsAnswer answer = network.handshake(running.target(host), "not a certificate", enough());
  BOOST_TEST((answer.result != TlsAnswer::Result::agreed));
  BOOST_TEST(answer.error == "no_root_certificate");
}

BOOST_AUTO_TEST_CASE(silence_after_the_connection_is_a_stall) {
  LoopbackServer running(read_to_the_end);
  TlsAnswer answer = network.handshake(running.target(host), roots, soon());
  BOOST_TEST((answer.result == TlsAnswer::Result::stalled));
  BOOST_TEST((answer.tcp.result == TcpAnswer::Result::connected));
  HttpAnswer http = network.request({.target = running.target(host), .roots_pem = roots}, soon());
  BOOST_TEST((http.result == HttpAnswer::Result::tls_failed));
}

BOOST_AUTO_TEST_CASE(an_end_without_a_word_is_closed) {
  for (const auto& serve : {std::function<void(int)>([](int) {}), std::function<void(int)>(reset)}) {
    LoopbackServer running(serve);
    BOOST_TEST(
        (network.handshake(running.target(host), roots, enough()).result == TlsAnswer::Result::closed));
  }
}

BOOST_AUTO_TEST_CASE(a_server_that_does_not_speak_tls_is_failed_with_a_reason) {
  LoopbackServer running([](int socket) {
    BOOST_REQUIRE(::write(socket, "HTTP/1.1 400 Bad Request\r\n\r\n", 28) == 28);
    read_to_the_end(socket);
  });
  TlsAnswer answer = network.handshake(running.target(host), roots, enough());
  BOOST_TEST((answer.result == TlsAnswer::Result::failed));
  BOOST_TEST(answer.error.find("wrong version number") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(a_request_is_one_head_with_nothing_of_ours_in_it) {
  std::vector<std::string> requests;
  {
    LoopbackServer running(tls_service(server, {.answer = ok}, &requests));
    HttpAnswer answer = request_to(running);
    BOOST_TEST((answer.result == HttpAnswer::Result::answered));
    BOOST_TEST(answer.status == 200);
    BOOST_TEST(answer.date == "Sat, 21 Nov 2026 03:00:00 GMT");
    BOOST_TEST(answer.server == "invented");
    BOOST_TEST((answer.tls.result == TlsAnswer::Result::agreed));
    BOOST_TEST(running.connections() == 1);
  }
  BOOST_REQUIRE(requests.size() == 1U);
  BOOST_TEST(requests[0].starts_with("HEAD / HTTP/1.1\r\nHost: " + host));
  BOOST_TEST(requests[0].find("Cookie") == std::string::npos);
}

BOOST_AUTO_TEST_CASE(a_redirect_is_told_and_not_followed) {
  LoopbackServer running(tls_service(
      server,
      {.answer = "HTTP/1.1 302 Found\r\nLocation: https://elsewhere.example/\r\nContent-Length: 0\r\n\r\n"}));
  HttpAnswer answer = request_to(running);
  BOOST_TEST(answer.status == 302);
  BOOST_TEST(answer.location == "https://elsewhere.example/");
  BOOST_TEST(running.connections() == 1);
}

BOOST_AUTO_TEST_CASE(the_certificate_is_given_to_a_server_that_wants_one) {
  for (int version : {TLS1_2_VERSION, TLS1_3_VERSION}) {
    LoopbackServer running(
        tls_service(server, {.version = version, .client_authority = &authority, .answer = ok}));
    auto client = as_client(make_identity({.subject = "Invented Clinic"}, &authority));
    HttpAnswer answer = request_to(running, client);
    BOOST_TEST((answer.result == HttpAnswer::Result::answered));
    BOOST_TEST(answer.tls.certificate_requested);
    BOOST_TEST(answer.tls.certificate_sent);
    BOOST_TEST((answer.tls.accepted_issuers == std::vector<std::string>{"CN = Invented Root"}));
  }
}

BOOST_AUTO_TEST_CASE(the_certificate_stays_here_when_the_server_does_not_ask) {
  for (int version : {TLS1_2_VERSION, TLS1_3_VERSION}) {
    LoopbackServer running(tls_service(server, {.version = version, .answer = ok}));
    HttpAnswer answer = request_to(running, as_client(make_identity({.subject = "c"}, &authority)));
    BOOST_TEST(answer.status == 200);
    BOOST_TEST(!answer.tls.certificate_requested);
    BOOST_TEST(!answer.tls.certificate_sent);
  }
}

BOOST_AUTO_TEST_CASE(a_refusal_arrives_as_its_alert_early_or_late) {
  Identity stranger = make_identity({.subject = "Stranger", .authority = true}, nullptr);
  struct Row {
    int version;
    std::shared_ptr<const ClientCertificate> certificate;
    int alert;
  };
  auto expired = [&] {
    return as_client(make_identity({.subject = "c", .begins = -7200, .ends = -3600}, &authority));
  };
  auto foreign = [&] { return as_client(make_identity({.subject = "c"}, &stranger)); };
  for (const Row& row : {Row{TLS1_3_VERSION, nullptr, 116}, Row{TLS1_2_VERSION, nullptr, 40},
                         Row{TLS1_3_VERSION, expired(), 45}, Row{TLS1_2_VERSION, expired(), 45},
                         Row{TLS1_3_VERSION, foreign(), 48}, Row{TLS1_2_VERSION, foreign(), 48}}) {
    LoopbackServer running(tls_service(server, {.version = row.version, .client_authority = &authority}));
    HttpAnswer answer = request_to(running, row.certificate);
    BOOST_TEST((answer.result == HttpAnswer::Result::alert));
    BOOST_TEST((answer.tls.result == TlsAnswer::Result::alert));
    BOOST_TEST(answer.tls.alert == row.alert);
    BOOST_TEST(answer.tls.certificate_requested);
    BOOST_TEST(answer.tls.certificate_sent == (row.certificate != nullptr));
  }
}

BOOST_AUTO_TEST_CASE(a_late_alert_does_not_change_a_handshake) {
  for (int i = 0; i < 20; ++i) {
    TlsAnswer answer = handshake_with(server, {.client_authority = &authority});
    BOOST_TEST((answer.result == TlsAnswer::Result::agreed));
    BOOST_TEST(answer.certificate_requested);
    BOOST_TEST(answer.alert == 0);
  }
}

BOOST_AUTO_TEST_CASE(the_reason_of_a_400_is_read_from_its_body) {
  auto bad = [](const std::string& body) {
    return "HTTP/1.1 400 Bad Request\r\nContent-Length: " + std::to_string(body.size()) + "\r\n\r\n" + body;
  };
  struct Row {
    std::string answer;
    bool missing;
    bool refused;
  };
  for (const Row& row : {Row{bad("<h1>No required SSL certificate was sent</h1>"), true, false},
                         Row{bad("<h1>The SSL certificate error</h1>"), false, true},
                         Row{bad("<h1>Something else</h1>"), false, false},
                         Row{"HTTP/1.1 495 x\r\nContent-Length: 0\r\n\r\n", false, true},
                         Row{"HTTP/1.1 496 x\r\nContent-Length: 0\r\n\r\n", true, false}}) {
    LoopbackServer running(tls_service(server, {.answer = row.answer}));
    HttpAnswer answer = request_to(running);
    BOOST_TEST((answer.result == HttpAnswer::Result::answered));
    BOOST_TEST(answer.certificate_missing == row.missing);
    BOOST_TEST(answer.certificate_refused == row.refused);
  }
}

BOOST_AUTO_TEST_CASE(the_proof_of_a_websocket_is_that_of_the_standard) {
  BOOST_TEST(websocket_accept("dGhlIHNhbXBsZSBub25jZQ==") == "s3pPLMBiTxaQ9kYGzzhZRbK+xOo=");
  BOOST_TEST(new_websocket_key().size() == 24U);
  BOOST_TEST(new_websocket_key() != new_websocket_key());
}

BOOST_AUTO_TEST_CASE(a_granted_websocket_is_hung_up_at_once) {
  std::vector<std::string> requests;
  HttpAnswer answer = upgrade_with(
      [](const auto& request) { return switching(websocket_accept(key_in(request))); }, &requests);
  BOOST_TEST((answer.result == HttpAnswer::Result::answered));
  BOOST_TEST((answer.tls.result == TlsAnswer::Result::agreed));
  BOOST_TEST(answer.status == 101);
  BOOST_TEST(answer.upgraded);
  BOOST_REQUIRE_EQUAL(requests.size(), 1U);
  for (const char* line : {"GET /reader HTTP/1.1\r\n", "Connection: Upgrade\r\n", "Upgrade: websocket\r\n",
                           "Sec-WebSocket-Version: 13\r\n"}) {
    BOOST_TEST(requests.front().find(line) != std::string::npos, line);
  }
}

BOOST_AUTO_TEST_CASE(what_is_no_websocket_is_not_taken_for_one) {
  struct Row {
    std::string answer;
    HttpAnswer::Result result;
    int status;
  };
  using Result = HttpAnswer::Result;
  for (const Row& row :
       {Row{ok, Result::answered, 200},
        Row{"HTTP/1.1 502 Bad Gateway\r\nContent-Length: 0\r\n\r\n", Result::answered, 502},
        Row{switching("b2xkIGFuc3dlciBvZiBhIGNhY2hlIQ=="), Result::answered, 101},
        Row{"HTTP/1.1 101 Switching Protocols\r\n\r\n", Result::answered, 101},
        Row{"HTTP/1.1 100 Continue\r\n\r\n" + ok, Result::answered, 200}, Row{"", Result::empty, 0}}) {
    HttpAnswer answer = upgrade_with([&](const auto&) { return row.answer; });
    BOOST_TEST((answer.result == row.result), row.answer);
    BOOST_TEST(answer.status == row.status, row.answer);
    BOOST_TEST(!answer.upgraded, row.answer);
  }
}

BOOST_AUTO_TEST_CASE(an_endless_body_is_cut) {
  std::string answer = "HTTP/1.1 200 OK\r\nContent-Length: 1000000\r\n\r\n" + std::string(200000, 'x');
  LoopbackServer running(tls_service(server, {.answer = answer}));
  HttpAnswer got = request_to(running, nullptr, HttpRequest::Method::get);
  BOOST_TEST((got.result == HttpAnswer::Result::answered));
  BOOST_TEST(got.status == 200);
}

BOOST_AUTO_TEST_CASE(no_answer_to_the_request_is_empty) {
  LoopbackServer running(tls_service(server, {.answer = ""}));
  HttpAnswer answer = request_to(running);
  BOOST_TEST((answer.result == HttpAnswer::Result::empty));
  BOOST_TEST((answer.tls.result == TlsAnswer::Result::agreed));
}

BOOST_AUTO_TEST_CASE(a_stop_ends_a_connection_at_once) {
  LoopbackServer running(read_to_the_end);
  std::stop_source source;
  std::jthread stopper([&] { source.request_stop(); });
  Limit limit = Limit::of(10min, source.get_token());
  BOOST_TEST((network.handshake(running.target(host), roots, limit).result == TlsAnswer::Result::cancelled));
  HttpAnswer http = network.request({.target = running.target(host), .roots_pem = roots}, limit);
  BOOST_TEST((http.result == HttpAnswer::Result::cancelled));
  BOOST_TEST((network.connect(running.target(host), limit).result == TcpAnswer::Result::cancelled));
}

BOOST_AUTO_TEST_CASE(a_proxy_of_the_environment_is_not_used) {
  ::setenv("https_proxy", "http://127.0.0.1:1/", 1);
  ::setenv("ALL_PROXY", "http://127.0.0.1:1/", 1);
  LoopbackServer running(tls_service(server, {.answer = ok}));
  BOOST_TEST((request_to(running).result == HttpAnswer::Result::answered));
  ::unsetenv("https_proxy");
  ::unsetenv("ALL_PROXY");
}

BOOST_AUTO_TEST_SUITE_END()
