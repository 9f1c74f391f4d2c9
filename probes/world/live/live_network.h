// SPDX-License-Identifier: GPL-3.0-or-later
// Connections on the wire by libcurl and OpenSSL, behind the allow-list of Network. Holds nothing else;
// thread-safe.
#pragma once

#include "probes/world/network.h"

namespace onshi {

class LiveNetwork : public Network {
 public:
  using Network::Network;

 protected:
  TcpAnswer do_connect(const Target& target, const Limit& limit) override;
  TlsAnswer do_handshake(const Target& target, const std::string& roots_pem, const Limit& limit) override;
  HttpAnswer do_request(const HttpRequest& request, const Limit& limit) override;
};

}  // namespace onshi
