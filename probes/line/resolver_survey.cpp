// SPDX-License-Identifier: GPL-3.0-or-later
#include "probes/line/resolver_survey.h"

#include <algorithm>

#include "probes/check/side_by_side.h"
#include "probes/line/region.h"
#include "probes/site/ip_address.h"

namespace onshi {
namespace {

using Result = NameAnswer::Result;
constexpr std::chrono::milliseconds kPatience =
    2 * LineDelay::kLongest;                           // with one repeat, for each resolver
constexpr std::chrono::milliseconds kSilence{600};     // for all the questions that prove it
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

/// Only who answered without EDNS after silence is asked again, so the others do not wait for it. What gets
/// lost on the way there is the line's doing.
void look_for_dropped_edns(const Inquiry& inquiry, NameQuestion question, ResolverEvidence& resolver) {
  NameAnswer& answer = resolver.answer;
  if (!resolver.alive() || answer.lost == 0 || answer.error != "EDNS") return;
  question.way = NameQuestion::Way::udp_edns_alone;
  question.tries = kProofs;
  const NameAnswer proof =
      inquiry.world.names().ask(question, inquiry.limit.within(time_to_prove(answer, kSilence)));
  resolver.drops_edns = proof.lost == kProofs;
  if (resolver.drops_edns) return;
  answer.tries += proof.tries;
  answer.lost += proof.lost;
}

void ask_all(const Inquiry& inquiry, const ResolverSurvey& survey, std::vector<ResolverEvidence>& resolvers) {
  const NameQuestion question{.name = survey.name,
                              .server = {},
                              .type = survey.ipv6 ? NameQuestion::Type::aaaa : NameQuestion::Type::a};
  resolvers = side_by_side(resolvers, [&](ResolverEvidence resolver) {
    NameQuestion own = question;
    own.server = resolver.ip;
    resolver.answer = inquiry.world.names().ask(own, inquiry.limit.within(kPatience));
    look_for_dropped_edns(inquiry, own, resolver);
    return resolver;
  });
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

bool ResolverEvidence::alive() const {
  switch (answer.result) {
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

bool ResolverSurvey::drops_edns(const std::string& server) const {
  return std::ranges::any_of(asked, [&](const auto& one) { return one.ip == server && one.drops_edns; });
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

Facts facts_of(const ResolverEvidence& resolver) {
  Facts facts{{"resolver", resolver.ip}, {"result", std::string(name_of(resolver.answer.result))}};
  facts.add("tries", resolver.answer.tries).add("answer_ms", resolver.answer.elapsed.count());
  if (!resolver.answer.error.empty()) facts.add("error", resolver.answer.error);
  return facts;
}

}  // namespace onshi
