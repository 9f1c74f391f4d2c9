// SPDX-License-Identifier: GPL-3.0-or-later
#include "probes/connectivity/line_service_check.h"

#include "probes/connectivity/proxy_way.h"
#include "probes/connectivity/tcp_check.h"
#include "probes/site/resolved_names.h"

namespace onshi {
namespace {

constexpr std::chrono::milliseconds kProxyPatience{2000};
constexpr int kProxyAnswers = 3;  // TCP, the page, and one more should a packet get lost

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

/// The proxy through which the terminal fetches lists; the other services are always asked directly.
std::optional<ProxyHop> hop_to(const Inquiry& inquiry, const Service& service) {
  const auto* way = inquiry.evidence.of<ProxyWay>(kProxyCheck);
  return way != nullptr && service.role == Service::Role::crl ? way->to(service.host) : std::nullopt;
}

/// Somebody speaks for the host. A missing page ("/" has none) is as good; what a proxy says for itself is
/// not, and its 403 looks like the host's.
bool is_from_host(int status) { return (status >= 200 && status < 400) || status == 404 || status == 405; }

/// A proxy takes any connection, so its fetching alone tells whether the host is reached.
Answer ask_through(const Inquiry& inquiry, const Service& service, const ProxyHop& hop,
                   const LineDelay& delay) {
  HttpRequest request;
  request.target = {.host = service.host, .port = service.port, .proxy = hop};
  request.tls = service.tls;
  const Limit limit = inquiry.limit.within(delay.patience(kProxyPatience, kProxyAnswers));
  const HttpAnswer answer = inquiry.world.network().request(request, limit);
  const std::string result =
      answer.status != 0 ? "HTTP " + std::to_string(answer.status) : std::string(name_of(answer.result));
  Facts facts{{"host", service.host}, {"through_proxy", name_of(hop)}};
  facts.add("address", hop.address).add("result", result).add("answer_ms", answer.elapsed.count());
  if (is_from_host(answer.status)) return good(facts);
  return raise(Verdict::attention, cause_of(service.role), facts);
}

Answer connect(const Inquiry& inquiry, const Service& service) {
  const auto& known = *inquiry.evidence.of<ResolvedNames>("line.names");
  Facts facts{{"host", service.host}};
  if (const auto hop = hop_to(inquiry, service)) return ask_through(inquiry, service, *hop, known.delay);
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
          .budget = LineDelay{LineDelay::kLongest}.patience(kProxyPatience, kProxyAnswers) +
                    std::chrono::milliseconds{300},
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
