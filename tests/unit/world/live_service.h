// SPDX-License-Identifier: GPL-3.0-or-later
// A service on the loopback address as the live network meets it: an authority, what it signs, and who may be
// asked. One thread.
#pragma once

#include <csignal>
#include <memory>
#include <string>
#include <vector>

#include "probes/world/live/live_network.h"
#include "tests/unit/world/loopback_server.h"

namespace onshi::test {

inline const std::string host = "portal.verification.example";
inline const std::string ok =
    "HTTP/1.1 200 OK\r\nDate: Sat, 21 Nov 2026 03:00:00 GMT\r\nServer: invented\r\nContent-Length: 0\r\n\r\n";

inline Limit enough() { return Limit::of(std::chrono::minutes{10}); }
inline Limit soon() { return Limit::of(std::chrono::seconds{1}); }

/// An authority, what it signs, and a network that may reach the host.
struct Service {
  Service() { std::signal(SIGPIPE, SIG_IGN); }
  Identity authority = make_identity({.subject = "Invented Root", .authority = true}, nullptr);
  Identity server = make_identity({.subject = host, .name = host}, &authority);
  std::string roots = pem_of(authority);
  LiveNetwork network{AllowedHosts{host}};

  TlsAnswer handshake_with(const Identity& identity, const TlsManner& manner = {}) {
    LoopbackServer running(tls_service(identity, manner));
    return network.handshake(running.target(host), roots, enough());
  }
  /// `answer_to` is what the server answers to the request for a WebSocket.
  HttpAnswer upgrade_with(std::function<std::string(const std::string&)> answer_to,
                          std::vector<std::string>* requests = nullptr) {
    LoopbackServer running(tls_service(server, {.answer_to = std::move(answer_to)}, requests));
    return network.request({.target = running.target(host),
                            .path = "/reader",
                            .websocket = true,
                            .certificate = nullptr,
                            .roots_pem = roots},
                           enough());
  }
  HttpAnswer request_to(const LoopbackServer& running,
                        std::shared_ptr<const ClientCertificate> certificate = nullptr,
                        HttpRequest::Method method = HttpRequest::Method::head) {
    return network.request({.target = running.target(host),
                            .method = method,
                            .certificate = std::move(certificate),
                            .roots_pem = roots},
                           enough());
  }
};

}  // namespace onshi::test
