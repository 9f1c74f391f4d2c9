// SPDX-License-Identifier: GPL-3.0-or-later
#include "probes/connectivity/proxy_comparison_check.h"

#include <algorithm>

#include "probes/check/ask_resolvers.h"
#include "probes/check/right_time.h"
#include "probes/check/side_by_side.h"
#include "probes/connectivity/proxy_check.h"
#include "probes/connectivity/proxy_way.h"
#include "probes/connectivity/tls_judgement.h"

namespace onshi {
namespace {

constexpr std::chrono::milliseconds kPatience{1500};
constexpr int kAnswers = 5;  // TCP, CONNECT, TLS in two rounds, and one more should a packet get lost

/// One host that was not reached, and the other way to it.
struct OtherWay {
  Target target;
  bool direct = false;
  bool leads = false;
};

bool leads(const Inquiry& inquiry, const Target& target) {
  const auto& delay = inquiry.evidence.of<ResolvedNames>("line.names")->delay;
  const auto answer = inquiry.world.network().handshake(
      target, inquiry.profile.server_roots_pem, inquiry.limit.within(delay.patience(kPatience, kAnswers)));
  return judge_tls(answer, clock_of(inquiry.evidence), inquiry.world.machine().now()) ==
         TlsJudgement::trusted;
}

std::optional<ProxyHop> proxy_of_profile(const Inquiry& inquiry) {
  const Service* service = inquiry.profile.first_of(Service::Role::proxy, Environment::verification);
  if (service == nullptr) return {};
  const auto addresses = addresses_of(inquiry, service->host);
  if (addresses.empty()) return {};
  return ProxyHop{service->host, addresses.front(), service->port};
}

bool has_evidence(const Inquiry& inquiry, const LadderHost& host, const std::string& rung) {
  return inquiry.evidence.of<HostAddresses>(host.check_name(rung)) != nullptr;
}

/// The other way for each host that was not reached. Without a proxy that is a matter of TCP: what comes
/// after it is the server's.
std::vector<OtherWay> other_ways(const Inquiry& inquiry, const std::vector<LadderHost>& hosts,
                                 const ProxyWay& way) {
  std::vector<OtherWay> ways;
  std::optional<std::optional<ProxyHop>> proxy;  // looked up when the first one needs it
  for (const LadderHost& host : hosts) {
    const auto* named = inquiry.evidence.of<HostAddresses>(host.check_name("name"));
    if (way.to(host.service.host)) {
      if (named == nullptr || has_evidence(inquiry, host, "tls")) continue;
      ways.push_back({.target = host.at(named->addresses.front()), .direct = true});
    } else if (!has_evidence(inquiry, host, "tcp")) {
      if (!proxy) proxy = proxy_of_profile(inquiry);
      if (!*proxy) continue;
      OtherWay other{.target = host.at("")};
      other.target.proxy = *proxy;
      ways.push_back(std::move(other));
    }
  }
  return ways;
}

Facts facts_of(const ProxyWay& way, const std::vector<OtherWay>& tried) {
  Facts facts{{"proxy", name_of(way.settings)}};
  if (!way.settings.place.empty()) facts.add("set_in", way.settings.place);
  for (const OtherWay& other : tried) {
    facts.add("host", other.target.host);
    facts.add("other_way", other.direct ? "direct" : name_of(*other.target.proxy));
    facts.add("other_way_leads", other.leads ? "yes" : "no");
  }
  return facts;
}

Answer compare(const Inquiry& inquiry, const std::vector<LadderHost>& hosts) {
  const auto* known = inquiry.evidence.of<ProxyWay>(kProxyCheck);
  const ProxyWay way = known == nullptr ? ProxyWay{} : *known;
  auto tried = other_ways(inquiry, hosts, way);
  const auto answers =
      side_by_side(tried, [&](const OtherWay& other) { return leads(inquiry, other.target) ? 1 : 0; });
  for (std::size_t i = 0; i < tried.size(); ++i) tried[i].leads = answers[i] == 1;
  std::ranges::stable_partition(tried, &OtherWay::leads);
  Facts facts = facts_of(way, tried);
  if (tried.empty() || !tried.front().leads) return good(facts);
  if (tried.front().direct) return raise(Verdict::fail, FindingNumber::proxy_bypass_incomplete, facts);
  facts.add("needed_proxy", name_of(*tried.front().target.proxy));
  return raise(Verdict::fail, FindingNumber::proxy_missing, facts);
}

}  // namespace

Check proxy_comparison_check(std::vector<LadderHost> hosts) {
  std::vector<std::string> after{kProxyCheck, "terminal.clock"};
  for (const LadderHost& host : hosts) {
    for (const char* rung : {"name", "tcp", "tls"}) after.push_back(host.check_name(rung));
  }
  return {.name = "connectivity.proxy_comparison",
          .question = FindingNumber::proxy_comparison,
          .needs = {"line.names"},
          .after = std::move(after),
          .budget = longest_for_name(kProxyNamePatience) +
                    LineDelay{LineDelay::kLongest}.patience(kPatience, kAnswers) +
                    std::chrono::milliseconds{300},
          .run = [hosts = std::move(hosts)](const Inquiry& inquiry) { return compare(inquiry, hosts); }};
}

}  // namespace onshi
