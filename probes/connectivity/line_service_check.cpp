// SPDX-License-Identifier: GPL-3.0-or-later
#include "probes/connectivity/line_service_check.h"

#include "probes/connectivity/proxy_way.h"
#include "probes/connectivity/tcp_check.h"
#include "probes/site/resolved_names.h"

namespace onshi {
namespace {

FindingNumber cause_of(Service::Role role) {
  switch (role) {
    case Service::Role::line_authentication:
      return FindingNumber::line_authentication_unreachable;
    case Service::Role::crl:
      return FindingNumber::crl_unreachable;
    default:
      return FindingNumber::distribution_unreachable;
  }
}

/// The proxy through which the terminal fetches lists; what lies behind it is asked by
/// "certificate.revocation". Nobody asks behind a proxy for the others, so they are always asked here.
std::optional<ProxyHop> hop_to(const Inquiry& inquiry, const Service& service) {
  const auto* way = inquiry.evidence.of<ProxyWay>(kProxyCheck);
  return way != nullptr && service.role == Service::Role::crl ? way->to(service.host) : std::nullopt;
}

Answer connect(const Inquiry& inquiry, const Service& service) {
  const auto& known = *inquiry.evidence.of<ResolvedNames>("line.names");
  Facts facts{{"host", service.host}};
  if (const auto hop = hop_to(inquiry, service)) return good(facts.add("through_proxy", name_of(*hop)));
  auto found = known.addresses.find(service.host);
  if (found == known.addresses.end()) {
    return raise(Verdict::unknown, FindingNumber::line_service_name_unknown, facts);
  }
  Connections made = connect_all(inquiry, service, found->second);
  facts.add(facts_of(made));
  if (!made.reached().addresses.empty()) return good(facts);
  return raise(Verdict::attention, cause_of(service.role), facts);
}

Check service_check(const Service& service) {
  return {.name = "connectivity.tcp." + std::string(name_of(service.role)),
          .question = FindingNumber::line_service,
          .needs = {"line.names"},
          .after = {kProxyCheck},
          .budget = std::chrono::milliseconds{2300},
          .run = [service](const Inquiry& inquiry) { return connect(inquiry, service); },
          .subject = service.host};
}

std::vector<Service::Role> roles_for(std::optional<LineType> type) {
  using Role = Service::Role;
  if (type == LineType::ip_vpn_ntt) return {Role::line_authentication, Role::crl};
  if (type) return {Role::crl, Role::distribution};
  return {Role::crl};
}

}  // namespace

std::vector<Check> line_service_checks(const Site& site, const Profile& profile) {
  std::vector<Check> checks;
  for (Service::Role role : roles_for(site.line.type)) {
    const Service* service = profile.first_of(role, Environment::verification);
    if (service) checks.push_back(service_check(*service));
  }
  return checks;
}

}  // namespace onshi
