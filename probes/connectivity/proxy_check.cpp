// SPDX-License-Identifier: GPL-3.0-or-later
#include "probes/connectivity/proxy_check.h"

#include <algorithm>

#include "probes/check/ask_resolvers.h"
#include "probes/connectivity/proxy_way.h"
#include "probes/connectivity/tcp_check.h"
#include "probes/site/resolved_names.h"

namespace onshi {
namespace {

constexpr std::chrono::milliseconds kSettingsPatience{2000};
constexpr std::chrono::milliseconds kTcpPatience{2000};

bool is_listed(const Profile& profile, const ProxyServer& server) {
  const auto listed = profile.services_of(Service::Role::proxy, Environment::verification);
  return std::ranges::any_of(listed, [&](const Service& service) { return service.host == server.host; });
}

Facts facts_of(const ProxySettings& settings, const std::vector<std::string>& through) {
  Facts facts{{"proxy", name_of(settings)}, {"set_in", settings.place}};
  for (const std::string& host : through) facts.add("through_proxy", host);
  for (const std::string& item : settings.bypass) facts.add("bypass", item);
  for (const ProxySettings& other : settings.others) {
    facts.add("also_set_in", other.place).add("other_proxy", name_of(other));
  }
  return facts;
}

Answer reach(const Inquiry& inquiry, const ProxySettings& settings, Facts facts) {
  const ProxyServer& server = *settings.https;
  const auto addresses = addresses_of(inquiry, server.host);
  Service service;
  service.host = server.host;
  service.port = server.port;
  const Connections made = connect_all(inquiry, service, addresses);
  const auto reached = made.reached().addresses;
  facts.add(addresses.empty() ? Facts{{"result", "no_address"}} : onshi::facts_of(made));
  if (reached.empty()) {
    return raise(Verdict::fail, FindingNumber::proxy_unreachable, facts, ProxyWay{settings});
  }
  return good(facts, ProxyWay{settings, ProxyHop{server.host, reached.front(), server.port}});
}

Answer judge(const Inquiry& inquiry, const ProxySettings& settings, const std::vector<LadderHost>& hosts) {
  if (!settings.https && settings.unread.empty()) return good({{"proxy", "none"}}, ProxyWay{});
  std::vector<std::string> through;
  for (const LadderHost& host : hosts) {
    if (!is_bypassed(settings, host.service.host)) through.push_back(host.service.host);
  }
  Facts facts = facts_of(settings, through);
  if (through.empty()) return good(facts, ProxyWay{settings});
  if (!settings.https) {
    return raise(Verdict::unknown, FindingNumber::proxy_settings_not_followed, facts, ProxyWay{settings});
  }
  if (!is_listed(inquiry.profile, *settings.https)) {
    return raise(Verdict::attention, FindingNumber::proxy_not_listed, facts, ProxyWay{settings});
  }
  return reach(inquiry, settings, std::move(facts));
}

/// The first host to which programs that heed another place go another way; null when there is none.
const LadderHost* led_apart(const ProxySettings& settings, const std::vector<LadderHost>& hosts) {
  const auto apart = std::ranges::find_if(hosts, [&](const LadderHost& host) {
    const std::string way = way_to(settings, host.service.host);
    return std::ranges::any_of(
        settings.others, [&](const ProxySettings& other) { return way_to(other, host.service.host) != way; });
  });
  return apart == hosts.end() ? nullptr : &*apart;
}

/// Whatever else is wrong comes first.
Answer compare_places(Answer answer, const ProxySettings& settings, const std::vector<LadderHost>& hosts) {
  const LadderHost* apart = led_apart(settings, hosts);
  if (answer.cause || apart == nullptr) return answer;
  Facts facts{{"host", apart->service.host}};
  return raise(Verdict::attention, FindingNumber::proxy_places_differ, facts.add(answer.facts),
               std::move(answer.evidence));
}

Answer look(const Inquiry& inquiry, const std::vector<LadderHost>& hosts) {
  const auto settings = inquiry.world.machine().proxy_settings(inquiry.limit.within(kSettingsPatience));
  if (settings) return compare_places(judge(inquiry, *settings, hosts), *settings, hosts);
  return raise(Verdict::unknown, FindingNumber::proxy_settings_unreadable,
               {{"error", settings.error().detail}});
}

}  // namespace

std::vector<std::string> addresses_of(const Inquiry& inquiry, const std::string& host) {
  const auto& known = *inquiry.evidence.of<ResolvedNames>("line.names");
  if (auto found = known.addresses.find(host); found != known.addresses.end()) return found->second;
  const auto all = ask_resolvers(inquiry, known, host, kProxyNamePatience);
  const ResolverSaid* heard = heeded(all);
  return heard == nullptr ? std::vector<std::string>{} : heard->answer.addresses;
}

Check proxy_check(std::vector<LadderHost> hosts) {
  return {.name = kProxyCheck,
          .question = FindingNumber::proxy,
          .needs = {"line.names"},
          .budget = kSettingsPatience + longest_for_name(kProxyNamePatience) + kTcpPatience +
                    std::chrono::milliseconds{300},
          .run = [hosts = std::move(hosts)](const Inquiry& inquiry) { return look(inquiry, hosts); }};
}

}  // namespace onshi
