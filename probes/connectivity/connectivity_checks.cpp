// SPDX-License-Identifier: GPL-3.0-or-later
#include "probes/connectivity/connectivity_checks.h"

#include "probes/connectivity/certificate_check.h"
#include "probes/connectivity/http_check.h"
#include "probes/connectivity/line_service_check.h"
#include "probes/connectivity/name_check.h"
#include "probes/connectivity/proxy_check.h"
#include "probes/connectivity/proxy_comparison_check.h"
#include "probes/connectivity/tcp_check.h"
#include "probes/connectivity/tls_check.h"
#include "probes/connectivity/websocket_check.h"

namespace onshi {

std::vector<Check> connectivity_checks(const Site& site, const Profile& profile,
                                       const std::shared_ptr<const ClientCertificate>& certificate,
                                       const std::vector<std::string>& after) {
  const auto hosts = ladder_hosts(profile);
  std::vector<Check> checks{proxy_check(hosts), proxy_comparison_check(hosts)};
  for (const LadderHost& host : hosts) {
    checks.push_back(name_check(host));
    checks.push_back(tcp_check(host));
    checks.push_back(tls_check(host, after));
    if (!host.service.websocket.empty()) checks.push_back(websocket_check(host, certificate, after));
    if (!host.asks_http) continue;
    checks.push_back(certificate_check(host, certificate, after));
    checks.push_back(http_check(host));
  }
  for (Check& check : line_service_checks(site, profile)) checks.push_back(std::move(check));
  return checks;
}

}  // namespace onshi
