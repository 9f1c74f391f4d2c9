// SPDX-License-Identifier: GPL-3.0-or-later
// Looks over OpenSSL's shoulder during one handshake: how the server's chain was judged, which alert came,
// whether a client certificate was asked for and of whom, and whether one was sent. Gives the client
// certificate to the connection, and sees to it that the host name is part of the judgement. Owned by one
// transfer, which it must outlive; one thread.
#pragma once

#include <chrono>
#include <memory>
#include <optional>
#include <string>

#include <openssl/ssl.h>

#include "probes/world/network.h"

namespace onshi {

class TlsWatch {
 public:
  TlsWatch(std::string host, std::string roots_pem, std::shared_ptr<const ClientCertificate> certificate)
      : host_(std::move(host)), roots_pem_(std::move(roots_pem)), certificate_(std::move(certificate)) {}
  TlsWatch(const TlsWatch&) = delete;
  TlsWatch& operator=(const TlsWatch&) = delete;

  /// When the connection is made and TLS is to begin. False when roots or certificate cannot be used; nothing
  /// is sent then.
  bool prepare(SSL_CTX* context);

  /// What was seen so far, without result, tcp and elapsed.
  [[nodiscard]] const TlsAnswer& seen() const { return seen_; }
  /// When TLS began, and with it the end of the connection's making; empty before.
  [[nodiscard]] std::optional<std::chrono::steady_clock::time_point> begun() const { return begun_; }
  /// Both sides were content. TLS 1.3 may still bring a refusal with the first bytes read (certificate.md
  /// §8).
  [[nodiscard]] bool finished() const { return finished_; }
  [[nodiscard]] const std::string& trouble() const { return trouble_; }

 private:
  static int judge(X509_STORE_CTX* store, void* self);
  static void overhear(int sent, int version, int type, const void* bytes, std::size_t length, SSL* ssl,
                       void* self);
  static int asked_for_certificate(SSL* ssl, void* self);
  void heard_alert(unsigned char level, unsigned char description);
  bool set_roots(SSL_CTX* context);
  bool set_certificate(SSL_CTX* context);

  std::string host_;
  std::string roots_pem_;
  std::shared_ptr<const ClientCertificate> certificate_;
  TlsAnswer seen_;
  std::string trouble_;
  std::optional<std::chrono::steady_clock::time_point> begun_;
  bool finished_ = false;
};

}  // namespace onshi
