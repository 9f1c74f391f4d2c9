// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/unit/line/healthy_line.h"

#include <algorithm>
#include <set>
#include <stdexcept>

#include "probes/line/line_checks.h"
#include "probes/line/v6_checks.h"
#include "tests/unit/support/practice.h"

namespace onshi::test {
namespace {

using Result = NameAnswer::Result;

const Profile& profile() {
  static const Profile loaded = practice_profile();
  return loaded;
}

void append(std::vector<Check>& list, const std::vector<Check>& more) {
  list.insert(list.end(), more.begin(), more.end());
}

Link cable(std::vector<Address> addresses) {
  return {.name = kLink,
          .kind = Link::Kind::ethernet,
          .enabled = true,
          .carrier = true,
          .mtu = 1500,
          .megabits = 1000,
          .addresses = std::move(addresses)};
}

Route default_route(const std::string& gateway, bool ipv6) {
  return {.destination = ipv6 ? "::" : "0.0.0.0",
          .prefix_length = 0,
          .gateway = gateway,
          .link = kLink,
          .metric = 100,
          .ipv6 = ipv6,
          .origin = ipv6 ? Route::Origin::router_advertisement : Route::Origin::dhcp};
}

}  // namespace

Situation healthy_line() {
  Situation situation;
  situation.profile = profile();
  situation.site.line = {LineType::ip_vpn_ntt, "CAF0000012345", V6Declaration::contracted};
  situation.seen.network = NetworkView{.links = {cable({address("fe80::10"), address(kAddress)})},
                                       .routes = {default_route("fe80::1", true)},
                                       .resolvers = {{kClosed1, kLink}, {kClosed2, kLink}},
                                       .search_domains = {"flets-east.example"}};
  answer_all(situation, kClosed1, Result::answer);
  answer_all(situation, kClosed2, Result::answer);
  connect_distribution(situation, TcpAnswer::Result::connected);
  prove_distribution(situation, TlsAnswer::Result::agreed);
  return situation;
}

Situation healthy_ipv4_line() {
  Situation situation;
  situation.profile = profile();
  situation.site.line.type = LineType::ipsec_ike;
  situation.seen.network = NetworkView{.links = {cable({address("192.168.1.10", 24)})},
                                       .routes = {default_route("192.168.1.1", false)},
                                       .resolvers = {{"192.168.1.1", kLink}},
                                       .search_domains = {}};
  for (const std::string& name : {kPortal, kCrl, kDistribution, kTime}) {
    answer_name(situation, "192.168.1.1", name, Result::answer, "10.1.2.3", NameQuestion::Type::a);
  }
  return situation;
}

NetworkView& network_of(Situation& situation) { return situation.seen.network.value(); }
Link& link_of(Situation& situation) { return network_of(situation).links.front(); }

Address address(const std::string& ip, int prefix_length) {
  return {.ip = ip,
          .prefix_length = prefix_length,
          .ipv6 = ip.find(':') != std::string::npos,
          .link_local = ip.starts_with("fe80")};
}

void answer_name(Situation& situation, const std::string& server, const std::string& name, Result result,
                 const std::string& ip, NameQuestion::Type type, NameQuestion::Way way) {
  NameQuestion question{.name = name, .server = server, .type = type, .way = way};
  NameAnswer answer;
  answer.result = result;
  answer.tries = 1;
  if (result == Result::answer) answer.addresses = {ip};
  std::erase_if(situation.seen.names, [&](const auto& named) { return named.question == question; });
  situation.seen.names.push_back({question, answer});
}

void answer_all(Situation& situation, const std::string& server, Result result) {
  for (const std::string& name : {kLineauth, kAuxiliary, kCrl, kDistribution, kTime, kPortal}) {
    answer_name(situation, server, name, result);
  }
}

void connect_distribution(Situation& situation, TcpAnswer::Result result) {
  TcpAnswer answer;
  answer.result = result;
  situation.seen.connections = {{{kDistribution, kDistributionAddress, 443}, answer}};
}

void prove_distribution(Situation& situation, TlsAnswer::Result result) {
  TlsAnswer answer;
  answer.result = result;
  situation.seen.handshakes = {{{kDistribution, kDistributionAddress, 443}, answer}};
}

int cause_of(const Answer& answer) { return answer.cause ? static_cast<int>(*answer.cause) : 0; }

Answer ask_line(const std::string& name, const Situation& situation) {
  auto checks = line_checks(situation.site, situation.profile);
  append(checks, v6_checks(situation.site, situation.profile));
  Situation with_evidence = situation;
  std::set<std::string> stopped;
  for (Check& check : checks) {
    if (std::ranges::any_of(check.needs, [&](const std::string& need) { return stopped.contains(need); })) {
      stopped.insert(check.name);
      continue;
    }
    if (check.name == "line.address") check.budget = std::chrono::milliseconds{0};  // nothing will change
    Answer answer = ask(check, with_evidence);
    if (check.name == name) return answer;
    if (!carries_on(answer.verdict)) stopped.insert(check.name);
    if (answer.evidence.has_value()) with_evidence.evidence.put(check.name, answer.evidence);
  }
  throw std::logic_error(name + " was not asked");
}

}  // namespace onshi::test
