// SPDX-License-Identifier: GPL-3.0-or-later
// Connections to service hosts, rung by rung: TCP to one address, TLS with the server judged, one HTTP
// exchange with the client certificate, which may ask to become a WebSocket and is hung up when that was
// granted. The only requests that exist are HEAD and GET of a given path; nothing is ever posted. A host that
// is not on the allow-list is refused here, before a packet leaves. Called from check threads; thread-safe.
#pragma once

#include <chrono>
#include <cstdint>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "probes/site/client_certificate.h"
#include "probes/world/limit.h"

namespace onshi {

/// Host names (lower case) that may be connected to: those that the profile lists for the environment under
/// test.
using AllowedHosts = std::set<std::string, std::less<>>;

/// Whatever the writing of `host`.
bool is_allowed(const AllowedHosts& allowed, const std::string& host);

/// An HTTP proxy: it gets CONNECT where TLS follows, else it fetches. The allow-list holds for its host too.
struct ProxyHop {
  std::string host{};
  std::string address{};  // numeric
  std::uint16_t port = 8080;
  bool operator==(const ProxyHop&) const = default;
};

struct Target {
  std::string host{};     // as in the profile; checked against the allow-list and used for SNI
  std::string address{};  // numeric; empty when `proxy` is to find it
  std::uint16_t port = 443;
  std::string source{};             // the terminal's own address to use; empty: the system chooses
  std::optional<ProxyHop> proxy{};  // of TLS and HTTP
  int largest_segment = 0;          // bytes of TCP in one packet, either way; 0: as the system likes
  bool operator==(const Target&) const = default;
};

struct TcpAnswer {
  enum class Result {
    connected,
    refused,
    timeout,
    unreachable,
    prohibited,
    reset,
    cancelled,
    not_allowed,
    failed
  };
  Result result = Result::failed;
  int error_number = 0;
  std::string error{};   // "ECONNREFUSED"
  std::string source{};  // the terminal's address that was used
  std::chrono::milliseconds elapsed{0};
};

struct ServerCertificate {
  std::string subject{};
  std::string issuer{};
  std::vector<std::string> names{};
  std::chrono::system_clock::time_point not_before{};
  std::chrono::system_clock::time_point not_after{};
};

struct TlsAnswer {
  enum class Result {
    agreed,
    not_trusted,  // see verify_error (X509_V_ERR_...)
    alert,        // the other side sent one, see alert
    stalled,      // connected, then silence
    closed,       // ended or reset without an alert
    no_connection,
    cancelled,
    failed
  };
  Result result = Result::failed;
  TcpAnswer tcp{};
  long verify_error = 0;
  int alert = 0;  // TLS alert description
  std::string protocol{};
  bool certificate_requested = false;
  bool certificate_sent =
      false;  // ours; an empty list, which TLS sends when there is none, is no certificate
  std::vector<std::string> accepted_issuers{};  // as the server listed them
  ServerCertificate server{};
  ServerCertificate failing{};  // the one of the server's chain that verify_error is about
  int proxy_status = 0;         // what the target's proxy said to CONNECT; 0: nothing, or there is none
  std::string error{};
  std::chrono::milliseconds elapsed{0};
};

struct HttpRequest {
  enum class Method { head, get };
  Target target{};
  std::string path = "/";
  Method method = Method::head;
  bool tls = true;
  std::size_t most_body = 0;                               // bytes that are wanted of what a GET brings
  bool websocket = false;                                  // a GET that asks for the upgrade of RFC 6455
  std::shared_ptr<const ClientCertificate> certificate{};  // null sends none
  std::string roots_pem{};                                 // the profile's roots; empty means the system's
};

struct HttpAnswer {
  enum class Result {
    answered,
    no_connection,
    tls_failed,
    alert,
    empty,
    timeout,
    closed,
    cancelled,
    not_allowed,
    failed
  };
  Result result = Result::failed;
  TlsAnswer tls{};
  int status = 0;
  std::string date{};  // headers, as sent
  std::string location{};
  std::string server{};
  std::string body{};                // no more than was wanted
  bool body_complete = false;        // what was wanted of it came whole
  bool upgraded = false;             // HTTP 101 from somebody who proved to speak WebSocket
  bool certificate_missing = false;  // the server's answer says that no certificate was sent (nginx 400, 496)
  bool certificate_refused =
      false;  // the server's answer says that the certificate was not accepted (nginx 400, 495)
  std::string error{};
  std::chrono::milliseconds elapsed{0};
};

class Network {
 public:
  explicit Network(AllowedHosts allowed) : allowed_(std::move(allowed)) {}
  virtual ~Network() = default;

  TcpAnswer connect(const Target& target, const Limit& limit);
  TlsAnswer handshake(const Target& target, const std::string& roots_pem, const Limit& limit);
  HttpAnswer request(const HttpRequest& request, const Limit& limit);

 protected:
  virtual TcpAnswer do_connect(const Target& target, const Limit& limit) = 0;
  virtual TlsAnswer do_handshake(const Target& target, const std::string& roots_pem, const Limit& limit) = 0;
  virtual HttpAnswer do_request(const HttpRequest& request, const Limit& limit) = 0;

 private:
  [[nodiscard]] bool allows(const Target& target) const;
  AllowedHosts allowed_;
};

std::string_view name_of(TcpAnswer::Result result);
std::string_view name_of(TlsAnswer::Result result);
std::string_view name_of(HttpAnswer::Result result);

}  // namespace onshi
