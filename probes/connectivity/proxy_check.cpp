// SPDX-License-Identifier: GPL-3.0-or-later
#include "probes/connectivity/proxy_check.h"

#include <algorithm>
#include <ranges>

#include "probes/connectivity/proxy_way.h"
#include "probes/connectivity/tcp_check.h"
#include "probes/site/resolved_names.h"

namespace onshi {
namespace {

constexpr int kNameAnswers = 3;  // with its repeat, and a cut one's fetching by TCP
constexpr std::size_t kServers = 2;
constexpr std::chrono::milliseconds kTcpPatience{2000};

bool is_listed(const Profile& profile, const ProxyServer& server) {
  const auto listed = profile.services_of(Service::Role::proxy, Environment::verification);
  return std::ranges::any_of(listed, [&](const Service& service) { return service.host == server.host; });
}

Facts facts_of(const ProxySettings& settings, const std::vector<std::string>& through) {
  Facts facts{{"proxy", name_of(settings)}, {"set_in", settings.place}};
  for (const std::string& host : through) facts.add("through_proxy", host);
  for (const std::string& item : settings.bypass) facts.add("bypass", item);
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

Answer look(const Inquiry& inquiry, const std::vector<LadderHost>& hosts) {
  const auto settings = inquiry.world.machine().proxy_settings();
  if (settings) return judge(inquiry, *settings, hosts);
  return raise(Verdict::unknown, FindingNumber::proxy_settings_unreadable,
               {{"error", settings.error().detail}});
}

}  // namespace

std::vector<std::string> addresses_of(const Inquiry& inquiry, const std::string& host) {
  const auto& known = *inquiry.evidence.of<ResolvedNames>("line.names");
  if (auto found = known.addresses.find(host); found != known.addresses.end()) return found->second;
  const auto type = known.ipv6 ? NameQuestion::Type::aaaa : NameQuestion::Type::a;
  for (const std::string& server : known.resolvers | std::views::take(kServers)) {
    const NameQuestion question{.name = host, .server = server, .type = type};
    auto answer = inquiry.world.names().ask(
        question, inquiry.limit.within(known.delay.patience(kProxyNamePatience, kNameAnswers)));
    if (answer.result == NameAnswer::Result::answer) return answer.addresses;
    if (answer.result == NameAnswer::Result::no_such_name || inquiry.limit.over()) break;
  }
  return {};
}

Check proxy_check(std::vector<LadderHost> hosts) {
  return {.name = kProxyCheck,
          .question = FindingNumber::proxy,
          .needs = {"line.names"},
          .budget = kLongestForProxyName + kTcpPatience + std::chrono::milliseconds{300},
          .run = [hosts = std::move(hosts)](const Inquiry& inquiry) { return look(inquiry, hosts); }};
}

}  // namespace onshi
