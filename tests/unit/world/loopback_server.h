// SPDX-License-Identifier: GPL-3.0-or-later
// A server on an ephemeral port of 127.0.0.1 that serves one connection after another on its own thread, well
// or badly as a test wishes. Ends with its owner.
#pragma once

#include <atomic>
#include <functional>
#include <memory>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

#include <openssl/ssl.h>

#include "probes/world/network.h"
#include "tests/unit/world/test_pki.h"

namespace onshi::test {

class LoopbackServer {
 public:
  /// `serve` gets each accepted socket, which is closed when it returns.
  explicit LoopbackServer(std::function<void(int)> serve);
  LoopbackServer(const LoopbackServer&) = delete;
  LoopbackServer& operator=(const LoopbackServer&) = delete;
  ~LoopbackServer();

  [[nodiscard]] Target target(const std::string& host) const { return {host, "127.0.0.1", port_}; }
  [[nodiscard]] int connections() const { return connections_; }

 private:
  void accept_all();
  std::function<void(int)> serve_;
  int socket_;
  std::uint16_t port_ = 0;
  std::atomic<int> connections_{0};
  std::thread thread_;
};

/// What a TLS server does with its connections.
struct TlsManner {
  int version = TLS1_3_VERSION;
  const Identity* client_authority = nullptr;  // set: a client certificate of it is required
  std::string answer = "HTTP/1.1 200 OK\r\nContent-Length: 0\r\nConnection: close\r\n\r\n";
  std::function<std::string(const std::string& request)> answer_to{};  // set: instead of `answer`
};

/// Serves TLS with `identity`; what it was asked is added to `requests`.
std::function<void(int)> tls_service(const Identity& identity, const TlsManner& manner,
                                     std::vector<std::string>* requests = nullptr);

/// Blocks until the other side closes.
void read_to_the_end(int socket);

/// Ends the connection with a reset.
void reset(int socket);

}  // namespace onshi::test
