// SPDX-License-Identifier: GPL-3.0-or-later
#include "probes/line/resolver_survey.h"

#include <algorithm>
#include <array>

#include "probes/check/side_by_side.h"
#include "probes/line/region.h"
#include "probes/site/ip_address.h"

namespace onshi {
namespace {

using Result = NameAnswer::Result;
using Way = NameQuestion::Way;
constexpr std::chrono::milliseconds kPatience =
    2 * LineDelay::kLongest;                        // with one repeat, for each resolver
constexpr std::chrono::milliseconds kSilence{600};  // for all the questions that prove it
constexpr std::chrono::milliseconds kSilenceOverTcp{
    1200};                                             // the first lost packet is repeated after a second
const std::string kRootServer = "a.root-servers.net";  // every resolver on the internet knows it (RFC 8109)
constexpr int kProofs = 3;  // so many lost questions one after the other are not by chance

ResolverEvidence about(const std::string& ip, std::size_t place, const Profile& profile) {
  ResolverEvidence resolver{.ip = ip, .place = place};
  if (const ProfileResolver* known = known_resolver(profile, ip)) {
    resolver.closed = known->closed;
    resolver.ngn = !known->closed;
    resolver.region = known->region;
  }
  return resolver;
}

bool holds(const std::vector<ResolverEvidence>& list, const std::string& ip) {
  return std::ranges::any_of(
      list, [&](const ResolverEvidence& known) { return canonical_ip(known.ip) == canonical_ip(ip); });
}

std::vector<ResolverEvidence> system_resolvers(const NetworkView& view, const Profile& profile) {
  std::vector<ResolverEvidence> resolvers;
  for (const Resolver& resolver : view.resolvers) {
    std::string server = server_of(resolver);
    if (!holds(resolvers, server)) resolvers.push_back(about(server, resolvers.size() + 1, profile));
  }
  return resolvers;
}

bool says_anything(Result result) {
  switch (result) {
    case Result::answer:
    case Result::no_such_name:
    case Result::no_data:
    case Result::server_failure:
    case Result::refused:
    case Result::format_error:
    case Result::truncated:
      return true;
    default:
      return false;
  }
}

/// Those of the profile that `wanted` picks and that are not in `known` yet.
template <typename Wanted>
std::vector<ResolverEvidence> more_of(const Profile& profile, const std::vector<ResolverEvidence>& known,
                                      Wanted wanted) {
  std::vector<ResolverEvidence> more;
  for (const ProfileResolver& resolver : profile.resolvers) {
    if (wanted(resolver) && !holds(known, resolver.ip)) more.push_back(about(resolver.ip, 0, profile));
  }
  return more;
}

/// 回線認証 on a フレッツ line; it is nothing to the others, which are asked for the portal.
std::string name_to_ask(const Inquiry& inquiry, bool ipv6) {
  auto type = inquiry.site.line.type;
  bool is_ntt = type ? type == LineType::ip_vpn_ntt : ipv6;
  auto role = is_ntt ? Service::Role::line_authentication : Service::Role::portal;
  const Service* service = inquiry.profile.first_of(role, Environment::verification);
  return service ? service->host : std::string{};
}

/// One way of asking one of the resolvers.
struct Asking {
  std::size_t whom = 0;
  NameQuestion question;
  std::chrono::milliseconds patience = kPatience;
};

constexpr std::array kWays{Way::udp_edns, Way::udp_plain, Way::tcp};

std::vector<NameAnswer> put(const Inquiry& inquiry, const std::vector<Asking>& askings) {
  return side_by_side(askings, [&](const Asking& asking) {
    return inquiry.world.names().ask(asking.question, inquiry.limit.within(asking.patience));
  });
}

Asking asking_of(const ResolverSurvey& survey, const std::vector<ResolverEvidence>& resolvers,
                 std::size_t whom, Way way) {
  return {.whom = whom,
          .question = {.name = survey.name,
                       .server = resolvers[whom].ip,
                       .type = survey.ipv6 ? NameQuestion::Type::aaaa : NameQuestion::Type::a,
                       .way = way,
                       .tries = way == Way::tcp ? 1 : 2}};  // the system itself repeats what TCP loses
}

NameAnswer& place_of(ResolverEvidence& resolver, Way way) {
  return way == Way::tcp ? resolver.by_tcp : way == Way::udp_plain ? resolver.plain : resolver.answer;
}

/// All tries of the one question got lost, and the other one was answered: that is loss and not silence.
void hear_the_other(ResolverEvidence& resolver) {
  if (says_anything(resolver.answer.result) || !says_anything(resolver.plain.result)) return;
  NameAnswer heard = resolver.plain;
  heard.tries = resolver.answer.tries;
  heard.lost = resolver.answer.lost;
  resolver.answer = std::move(heard);
}

void ask_in_every_way(const Inquiry& inquiry, const ResolverSurvey& survey,
                      std::vector<ResolverEvidence>& resolvers) {
  std::vector<Asking> askings;
  for (std::size_t whom = 0; whom < resolvers.size(); ++whom) {
    for (const Way way : kWays) askings.push_back(asking_of(survey, resolvers, whom, way));
  }
  auto answers = put(inquiry, askings);
  for (std::size_t i = 0; i < askings.size(); ++i) {
    place_of(resolvers[askings[i].whom], askings[i].question.way) = std::move(answers[i]);
  }
  std::ranges::for_each(resolvers, hear_the_other);
}

/// It answered without EDNS after silence; that may have been a lost datagram.
bool seems_to_drop_edns(const ResolverEvidence& resolver) {
  return resolver.alive() && resolver.answer.lost > 0 && resolver.answer.error == "EDNS";
}

bool lost_a_datagram(const ResolverEvidence& resolver) {
  const int lost = seems_to_drop_edns(resolver) ? 0 : resolver.answer.lost;
  return resolver.alive() && lost + resolver.plain.lost > 0;
}

/// Silence over TCP says nothing where datagrams get lost too.
bool seems_without_tcp(const ResolverEvidence& resolver, bool line_loses) {
  return !line_loses && resolver.alive() && resolver.by_tcp.result == Result::timeout;
}

std::vector<Asking> proofs_for(const ResolverSurvey& survey, const std::vector<ResolverEvidence>& resolvers) {
  const bool line_loses = std::ranges::any_of(resolvers, lost_a_datagram);
  std::vector<Asking> proofs;
  for (std::size_t whom = 0; whom < resolvers.size(); ++whom) {
    const ResolverEvidence& resolver = resolvers[whom];
    if (seems_to_drop_edns(resolver)) {
      proofs.push_back(asking_of(survey, resolvers, whom, Way::udp_edns_alone));
      proofs.back().question.tries = kProofs;
      proofs.back().patience = time_to_prove(resolver.answer, kSilence);
    }
    if (seems_without_tcp(resolver, line_loses)) {
      proofs.push_back(asking_of(survey, resolvers, whom, Way::tcp));
      proofs.back().patience = time_to_prove(resolver.answer, kSilenceOverTcp);
    }
  }
  return proofs;
}

/// What gets lost while dropped EDNS is looked for is the line's doing.
void take_edns_proof(ResolverEvidence& resolver, const NameAnswer& proof) {
  resolver.drops_edns = proof.lost == kProofs;
  if (resolver.drops_edns) return;
  resolver.answer.tries += proof.tries;
  resolver.answer.lost += proof.lost;
}

/// Only who gave cause for it is asked again, so that a healthy line does not wait.
void prove(const Inquiry& inquiry, const ResolverSurvey& survey, std::vector<ResolverEvidence>& resolvers) {
  for (ResolverEvidence& resolver : resolvers) {
    resolver.without_tcp = resolver.alive() && resolver.by_tcp.result == Result::unreachable;
  }
  const auto proofs = proofs_for(survey, resolvers);
  const auto answers = put(inquiry, proofs);
  for (std::size_t i = 0; i < proofs.size(); ++i) {
    ResolverEvidence& resolver = resolvers[proofs[i].whom];
    if (proofs[i].question.way == Way::udp_edns_alone) {
      take_edns_proof(resolver, answers[i]);
    } else {
      resolver.by_tcp = answers[i];
      resolver.without_tcp = answers[i].result == Result::timeout || answers[i].result == Result::unreachable;
    }
  }
}

void ask_all(const Inquiry& inquiry, const ResolverSurvey& survey, std::vector<ResolverEvidence>& resolvers) {
  ask_in_every_way(inquiry, survey, resolvers);
  prove(inquiry, survey, resolvers);
}

/// Only where everybody denies the service and nothing shows the NGN: on a closed line it is not asked.
std::string who_knows_the_internet(const Inquiry& inquiry, const ResolverSurvey& survey) {
  if (survey.region || !survey.denied_by_all()) return {};
  const auto living = std::ranges::find_if(survey.asked, &ResolverEvidence::alive);
  const NameQuestion question{.name = kRootServer,
                              .server = living->ip,
                              .type = survey.ipv6 ? NameQuestion::Type::aaaa : NameQuestion::Type::a};
  const auto answer = inquiry.world.names().ask(question, inquiry.limit.within(kSilence));
  return answer.result == Result::answer ? living->ip : std::string{};
}

void append(std::vector<ResolverEvidence>& list, std::vector<ResolverEvidence> more) {
  std::ranges::move(more, std::back_inserter(list));
}

/// The system's, and what a フレッツ line of this region should have.
std::vector<ResolverEvidence> first_round(const ResolverSurvey& survey, const AddressEvidence& address,
                                          const Profile& profile, bool is_ntt) {
  auto resolvers = system_resolvers(address.view, profile);
  if (!is_ntt || !survey.region) return resolvers;
  bool domain_seen = region_by_search_domain(address.view, profile).has_value();
  append(resolvers, more_of(profile, resolvers, [&](const ProfileResolver& known) {
           return known.region == *survey.region && (known.closed || !domain_seen);
         }));
  return resolvers;
}

}  // namespace

std::string server_of(const Resolver& resolver) {
  auto ip = parse_ip(resolver.ip);
  bool needs_link = ip && ip->ipv6 && is_link_local(*ip) && !resolver.link.empty();
  return needs_link ? resolver.ip + "%" + resolver.link : resolver.ip;
}

bool ResolverEvidence::alive() const { return says_anything(answer.result); }

bool ResolverEvidence::by_tcp_alone() const {
  const bool silent = answer.result == Result::timeout || answer.result == Result::unreachable;
  return silent && says_anything(by_tcp.result);
}

QuestionCount ResolverEvidence::count() const {
  QuestionCount count{plain.tries, plain.lost};
  if (!drops_edns) count += {answer.tries, answer.lost};
  return count;
}

std::vector<ResolverEvidence> ResolverSurvey::of_system() const {
  std::vector<ResolverEvidence> resolvers;
  std::ranges::copy_if(asked, std::back_inserter(resolvers), [](const auto& one) { return one.place > 0; });
  return resolvers;
}

bool ResolverSurvey::system_answered() const {
  return std::ranges::any_of(asked, [](const auto& one) { return one.place > 0 && one.answered(); });
}

const ResolverEvidence* ResolverSurvey::closed_answer() const {
  auto found = std::ranges::find_if(asked, [](const auto& one) { return one.closed && one.answered(); });
  return found == asked.end() ? nullptr : &*found;
}

bool ResolverSurvey::ngn_alive() const {
  return std::ranges::any_of(asked, [](const auto& one) { return one.ngn && one.alive(); });
}

bool ResolverSurvey::denied_by_all() const {
  const auto denies = [](const auto& one) { return one.answer.result == Result::no_such_name; };
  return std::ranges::any_of(asked, denies) &&
         std::ranges::all_of(asked, [&](const auto& one) { return denies(one) || !one.alive(); });
}

LineDelay ResolverSurvey::delay() const {
  LineDelay delay;
  bool any = false;
  for (const ResolverEvidence& resolver : asked) {
    if (!resolver.alive()) continue;
    delay.quickest = any ? std::min(delay.quickest, resolver.answer.round_trip) : resolver.answer.round_trip;
    any = true;
  }
  return delay;
}

std::chrono::milliseconds time_to_prove(const NameAnswer& answered, std::chrono::milliseconds usual) {
  return std::max(usual, 2 * kProofs * std::min(answered.round_trip, LineDelay::kLongest));
}

ResolverSurvey survey_resolvers(const Inquiry& inquiry, const AddressEvidence& address) {
  ResolverSurvey survey{.name = name_to_ask(inquiry, address.ipv6), .ipv6 = address.ipv6};
  bool is_ntt = inquiry.site.line.type.value_or(LineType::ip_vpn_ntt) == LineType::ip_vpn_ntt && address.ipv6;
  if (is_ntt) survey.region = observed_region(address, inquiry.profile);
  survey.asked = first_round(survey, address, inquiry.profile, is_ntt);
  ask_all(inquiry, survey, survey.asked);
  if (is_ntt && !survey.region && !survey.system_answered()) {
    auto both_pairs = more_of(inquiry.profile, survey.asked, [](const auto& known) { return known.closed; });
    ask_all(inquiry, survey, both_pairs);
    append(survey.asked, std::move(both_pairs));
  }
  survey.knows_the_internet = who_knows_the_internet(inquiry, survey);
  return survey;
}

Facts facts_of_other_ways(const ResolverEvidence& resolver) {
  Facts facts;
  const std::pair<const char*, const NameAnswer*> other_ways[] = {{"by_plain_udp", &resolver.plain},
                                                                  {"by_tcp", &resolver.by_tcp}};
  for (const auto& [key, answer] : other_ways) {
    if (answer->result != Result::failed) facts.add(key, std::string(name_of(answer->result)));
  }
  return facts;
}

Facts facts_of(const ResolverEvidence& resolver) {
  Facts facts{{"resolver", resolver.ip}, {"result", std::string(name_of(resolver.answer.result))}};
  facts.add("tries", resolver.answer.tries).add("answer_ms", resolver.answer.elapsed.count());
  if (!resolver.answer.error.empty()) facts.add("error", resolver.answer.error);
  return facts.add(facts_of_other_ways(resolver));
}

}  // namespace onshi
