// SPDX-License-Identifier: GPL-3.0-or-later
// Connections on the wire by libcurl and OpenSSL, behind the allow-list of Network, each kept to the link
// that `choice` names for its address or its proxy's. Thread-safe if `choice` is.
#pragma once

#include "probes/world/live/link_choice.h"
#include "probes/world/network.h"

namespace onshi {

class LiveNetwork : public Network {
 public:
  explicit LiveNetwork(AllowedHosts allowed, LinkChoice choice = {})
      : Network(std::move(allowed)), choice_(std::move(choice)) {}

 protected:
  TcpAnswer do_connect(const Target& target, const Limit& limit) override;
  TlsAnswer do_handshake(const Target& target, const std::string& roots_pem, const Limit& limit) override;
  HttpAnswer do_request(const HttpRequest& request, const Limit& limit) override;

 private:
  [[nodiscard]] std::string link_of(const Target& target) const;
  LinkChoice choice_;
};

}  // namespace onshi
