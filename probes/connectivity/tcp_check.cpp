// SPDX-License-Identifier: GPL-3.0-or-later
#include "probes/connectivity/tcp_check.h"

#include <map>

#include "probes/check/side_by_side.h"
#include "probes/connectivity/own_source.h"
#include "probes/connectivity/proxy_way.h"

namespace onshi {
namespace {

using Result = TcpAnswer::Result;
constexpr std::chrono::milliseconds kPatience{2000};

struct Cause {
  Verdict verdict;
  FindingNumber number;
};

Cause cause_of(Result result) {
  static const std::map<Result, Cause> causes{
      {Result::refused, {Verdict::fail, FindingNumber::tcp_refused}},
      {Result::timeout, {Verdict::fail, FindingNumber::tcp_silent}},
      {Result::unreachable, {Verdict::fail, FindingNumber::tcp_unreachable}},
      {Result::prohibited, {Verdict::fail, FindingNumber::tcp_prohibited}},
      {Result::reset, {Verdict::fail, FindingNumber::tcp_reset}},
      {Result::not_allowed, {Verdict::unknown, FindingNumber::tcp_not_allowed}}};
  static const Cause other{Verdict::unknown, FindingNumber::tcp_failed};
  auto found = causes.find(result);
  return found == causes.end() ? other : found->second;
}

Answer judge(const Connections& made, const LineDelay& delay) {
  Facts facts{{"host", made.targets.front().host}};
  facts.add(facts_of(made));
  HostAddresses reached = made.reached();
  reached.delay = delay;
  if (reached.addresses.empty()) {
    Cause cause = cause_of(made.answers.front().result);
    return raise(cause.verdict, cause.number, facts);
  }
  if (reached.addresses.size() == made.targets.size()) return good(facts, reached);
  return raise(Verdict::attention, FindingNumber::tcp_some_addresses, facts, reached);
}

/// The system takes the first resolver's address, so a live one elsewhere helps nobody but who looks for the
/// cause.
std::optional<Answer> blame_first_resolver(const Inquiry& inquiry, const LadderHost& host,
                                           const Connections& made,
                                           const std::vector<std::string>& elsewhere) {
  if (elsewhere.empty() || !made.reached().addresses.empty()) return std::nullopt;
  const HostAddresses live = connect_all(inquiry, host.service, elsewhere).reached();
  if (live.addresses.empty()) return std::nullopt;
  Facts facts{{"host", host.service.host}, {"live_address", live.addresses.front()}};
  return raise(Verdict::fail, FindingNumber::address_of_first_resolver_dead, facts.add(facts_of(made)));
}

/// An ordinary program is not kept to the line's link: what was reached here it may not reach.
Answer unless_other_link(const Inquiry& inquiry, const LadderHost& host,
                         const std::vector<std::string>& reached, Answer answer) {
  const auto other = other_link(inquiry, reached);
  if (!other) return answer;
  Facts facts{{"host", host.service.host},
              {"address", other->towards},
              {"line_link", other->of_the_line},
              {"taken_link", other->taken},
              {"wrong_source", other->source}};
  return raise(Verdict::attention, FindingNumber::other_link_taken_to_host, facts.add(answer.facts),
               std::move(answer.evidence));
}

/// The connection to the proxy was tried in its own row; what lies behind it is asked over TLS.
Answer through(const Inquiry& inquiry, const ProxyHop& proxy, const LadderHost& host, HostAddresses named) {
  named.proxy = proxy;
  const Facts facts{{"host", host.service.host}, {"through_proxy", name_of(proxy)}};
  return unless_other_link(inquiry, host, {proxy.address}, good(facts, std::move(named)));
}

/// Silence may mean that the answers go to an address which the line does not know. Told only when the same
/// host takes a connection from an address of the line's own.
std::optional<Answer> blame_source(const Inquiry& inquiry, const Connections& made) {
  const Target& silent = made.targets.front();
  if (!made.reached().addresses.empty() || made.answers.front().result != Result::timeout)
    return std::nullopt;
  const auto sources = own_sources(inquiry, silent.address);
  if (!sources) return std::nullopt;
  Target right = silent;
  right.source = sources->of_the_line;
  const TcpAnswer answer = inquiry.world.network().connect(right, inquiry.limit.within(kPatience));
  if (answer.result != Result::connected) return std::nullopt;
  Facts facts{{"host", silent.host}, {"wrong_source", sources->chosen}, {"line_source", right.source}};
  return raise(Verdict::fail, FindingNumber::wrong_source_address, facts.add(facts_of(made)));
}

Answer connect(const Inquiry& inquiry, const LadderHost& host) {
  const auto& named = *inquiry.evidence.of<HostAddresses>(host.check_name("name"));
  const auto* way = inquiry.evidence.of<ProxyWay>(kProxyCheck);
  if (const auto proxy = way != nullptr ? way->to(host.service.host) : std::nullopt) {
    return through(inquiry, *proxy, host, named);
  }
  const Connections made = connect_all(inquiry, host.service, named.addresses);
  if (const auto blamed = blame_first_resolver(inquiry, host, made, named.elsewhere)) return *blamed;
  if (const auto blamed = blame_source(inquiry, made)) return *blamed;
  return unless_other_link(inquiry, host, made.reached().addresses, judge(made, named.delay));
}

}  // namespace

HostAddresses Connections::reached() const {
  HostAddresses found;
  for (std::size_t i = 0; i < answers.size(); ++i) {
    if (answers[i].result == Result::connected) found.addresses.push_back(targets[i].address);
  }
  return found;
}

Connections connect_all(const Inquiry& inquiry, const Service& service,
                        const std::vector<std::string>& addresses) {
  Connections made;
  for (const std::string& address : addresses) {
    made.targets.push_back({.host = service.host, .address = address, .port = service.port});
  }
  made.answers = side_by_side(made.targets, [&](const Target& target) {
    return inquiry.world.network().connect(target, inquiry.limit.within(kPatience));
  });
  return made;
}

Facts facts_of(const Connections& connections) {
  Facts facts;
  for (std::size_t i = 0; i < connections.answers.size(); ++i) {
    const TcpAnswer& answer = connections.answers[i];
    facts.add("address", connections.targets[i].address).add("port", connections.targets[i].port);
    facts.add("result", std::string(name_of(answer.result))).add("answer_ms", answer.elapsed.count());
    if (!answer.error.empty()) facts.add("error", answer.error);
    if (!answer.source.empty()) facts.add("source", answer.source);
  }
  return facts;
}

Check tcp_check(const LadderHost& host) {
  return {.name = host.check_name("tcp"),
          .question = FindingNumber::host_tcp,
          .needs = {host.check_name("name")},
          .after = {kProxyCheck},
          .budget = 3 * kPatience + std::chrono::milliseconds{300},
          .run = [host](const Inquiry& inquiry) { return connect(inquiry, host); },
          .subject = host.service.host};
}

}  // namespace onshi
