// SPDX-License-Identifier: GPL-3.0-or-later
#include "probes/line/verdict_check.h"

#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "probes/line/addresses.h"
#include "probes/line/line_statement.h"
#include "probes/line/link_check.h"
#include "probes/line/region.h"
#include "probes/line/tunnel_check.h"
#include "probes/site/ip_address.h"

namespace onshi {
namespace {

constexpr std::array kPppoeMtus{1454, 1492};  // of NTT's and of most others' (line.md §9)
constexpr int kSmallestIpsecMtu = 1350;       // about 1390 inside ESP and UDP
constexpr int kLargestIpsecMtu = 1446;

/// The largest packet that is known to pass; no bytes when that is not known.
struct PathMtu {
  std::string to{};
  int bytes = 0;
};

bool is_pppoe_mtu(int bytes) { return std::ranges::find(kPppoeMtus, bytes) != kPppoeMtus.end(); }

std::optional<Observed> by_search_domain(const AddressEvidence& address, const Profile& profile) {
  auto clue = region_by_search_domain(address.view, profile);
  if (!clue) return std::nullopt;
  return Observed{Observation::search_domain, clue->region, clue->seen};
}

std::optional<Observed> by_prefix(const AddressEvidence& address, const Profile& profile) {
  auto clue = region_by_prefix(assess_ipv6(address.view).usable, profile);
  if (!clue) return std::nullopt;
  return Observed{Observation::ntt_prefix, clue->region, clue->seen};
}

std::optional<Observed> by_link_local(const AddressEvidence& address) {
  if (assess_ipv6(address.view).state != AddressState::only_link_local) return std::nullopt;
  return Observed{Observation::only_link_local, std::nullopt, "fe80::"};
}

std::optional<Observed> by_link(const AddressEvidence& address) {
  auto found = std::ranges::find_if(address.view.links, [](const Link& link) {
    return is_carrying(link) && (link.kind == Link::Kind::ppp || is_pppoe_mtu(link.mtu));
  });
  if (found == address.view.links.end()) return std::nullopt;
  return Observed{Observation::ppp_or_mtu_1454, std::nullopt, found->name};
}

std::optional<Observed> by_ngn(const ResolverSurvey& survey) {
  auto found = std::ranges::find_if(survey.asked, [](const auto& one) { return one.ngn && one.alive(); });
  if (found == survey.asked.end()) return std::nullopt;
  return Observed{Observation::ngn_resolver_answers, found->region, found->ip};
}

std::optional<Observed> by_closed(const ResolverSurvey& survey) {
  const ResolverEvidence* closed = survey.closed_answer();
  if (!closed) return std::nullopt;
  return Observed{Observation::closed_resolver_answers, closed->region, closed->ip};
}

bool has_ten_route(const NetworkView& view) {
  return std::ranges::any_of(view.routes, [](const Route& route) {
    return route.prefix_length >= 8 && is_in_network(route.destination, "10.0.0.0", 8) &&
           !route.gateway.empty();
  });
}

bool is_private_ipv4(const std::string& text) {
  auto ip = parse_ip(text);
  return ip && !ip->ipv6 && is_private(*ip);
}

/// Null when no resolver with a private IPv4 address knew the name. Over IPv6 such a one is the clinic's own
/// router, which says nothing of the line (line.md §7, split DNS).
const ResolverEvidence* private_resolver(const ResolverSurvey& survey) {
  if (survey.ipv6) return nullptr;
  auto found = std::ranges::find_if(
      survey.asked, [](const ResolverEvidence& one) { return one.answered() && is_private_ipv4(one.ip); });
  return found == survey.asked.end() ? nullptr : &*found;
}

std::optional<Observed> by_private_routes(const AddressEvidence& address, const ResolverSurvey& survey) {
  const ResolverEvidence* resolver = private_resolver(survey);
  if (!resolver || !has_ten_route(address.view)) return std::nullopt;
  return Observed{Observation::private_routes_and_dns, std::nullopt, resolver->ip};
}

std::optional<Observed> by_private_resolver(const ResolverSurvey& survey) {
  const ResolverEvidence* resolver = private_resolver(survey);
  if (!resolver) return std::nullopt;
  return Observed{Observation::private_resolver_answers, std::nullopt, resolver->ip};
}

std::optional<Observed> by_service_address(const ResolverSurvey& survey) {
  const ResolverEvidence* resolver = private_resolver(survey);
  if (!resolver) return std::nullopt;
  const auto found = std::ranges::find_if(resolver->answer.addresses, is_private_ipv4);
  if (found == resolver->answer.addresses.end()) return std::nullopt;
  return Observed{Observation::private_service_address, std::nullopt, *found};
}

bool is_public(const IpAddress& ip) {
  return ip.ipv6 ? is_global_ipv6(ip) : !is_private(ip) && !is_link_local(ip);
}

/// An address of a router that neither NTT nor anybody else in the profile gives out.
std::optional<Observed> by_other_prefix(const AddressEvidence& address, const Profile& profile) {
  const auto usable = assess_ipv6(address.view).usable;
  const auto known = [&](const std::string& ip) { return profile.longest_prefix_of(ip) != nullptr; };
  if (usable.empty() || std::ranges::any_of(usable, known)) return std::nullopt;
  return Observed{Observation::other_prefix, std::nullopt, usable.front()};
}

/// Somebody's on the internet: no neighbour, and nobody of the profile.
std::optional<Observed> by_public_resolver(const AddressEvidence& address, const ResolverSurvey& survey,
                                           const Profile& profile) {
  const auto found = std::ranges::find_if(survey.asked, [&](const ResolverEvidence& one) {
    const auto ip = parse_ip(one.ip);
    const bool listed = known_resolver(profile, one.ip) || profile.longest_prefix_of(one.ip);
    return one.alive() && ip && is_public(*ip) && !listed && !is_on_link(one.ip, address.view);
  });
  if (found == survey.asked.end()) return std::nullopt;
  return Observed{Observation::public_resolver_answers, std::nullopt, found->ip};
}

std::optional<Observed> by_denial(const ResolverSurvey& survey) {
  if (!survey.denied_by_all()) return std::nullopt;
  return Observed{Observation::service_name_unknown, std::nullopt, survey.name};
}

std::optional<Observed> by_public_name(const ResolverSurvey& survey) {
  if (survey.knows_the_internet.empty()) return std::nullopt;
  return Observed{Observation::internet_names_known, std::nullopt, survey.knows_the_internet};
}

/// "ntt_west|2|ntt_prefix|2|2001:db8::1|...": kind and score, then what, points and what was seen.
std::string in_one_line(const Candidate& candidate) {
  std::string line = fmt::format("{}|{}", name_of(candidate.kind), candidate.score);
  for (const Point& point : candidate.points) {
    line += fmt::format("|{}|{}|{}", name_of(point.what), point.points, point.seen);
  }
  return line;
}

/// Towards a resolver that is no neighbour: a neighbour says nothing of the line.
PathMtu path_to_resolver(const Inquiry& inquiry, const AddressEvidence& address,
                         const ResolverSurvey& survey) {
  for (const ResolverEvidence& resolver : survey.asked) {
    if (!resolver.alive() || is_on_link(resolver.ip, address.view)) continue;
    if (const auto bytes = inquiry.world.links().path_mtu_towards(resolver.ip)) return {resolver.ip, *bytes};
  }
  return {};
}

std::optional<Observed> by_path(const PathMtu& path) {
  const std::string seen = std::to_string(path.bytes);
  if (is_pppoe_mtu(path.bytes)) return Observed{Observation::ppp_or_mtu_1454, std::nullopt, seen};
  if (path.bytes >= kSmallestIpsecMtu && path.bytes <= kLargestIpsecMtu) {
    return Observed{Observation::mtu_of_ipsec, std::nullopt, seen};
  }
  return std::nullopt;
}

Facts facts_of(const PathMtu& path) {
  if (path.bytes == 0) return {};
  return Facts{{"path_mtu_to", path.to}}.add("path_mtu", path.bytes);
}

Facts facts_of(const LineVerdict& verdict) {
  Facts facts{{"line_kind", verdict.kind ? std::string(name_of(*verdict.kind)) : "unknown"}};
  facts.add("score", verdict.score);
  for (const Point& point : verdict.points) {
    facts.add(point.points > 0 ? "speaks_for" : "speaks_against", std::string(name_of(point.what)));
    facts.add("seen", point.seen).add("points", point.points);
  }
  for (const Candidate& other : verdict.others) facts.add("other_line", in_one_line(other));
  return facts;
}

/// What was seen stays what it is; a person's word only answers what could not be told.
Answer judge(const LineVerdict& verdict, const PathMtu& path, const Site& site) {
  const Facts facts = facts_of(verdict).add(facts_of(path)).add(facts_of_statement(site));
  if (verdict.kind == LineKind::internet) {
    return raise(Verdict::fail, FindingNumber::line_is_plain_internet, facts, verdict);
  }
  if (verdict.kind) return good(facts, verdict);
  if (site.line_override) return raise(Verdict::attention, FindingNumber::line_kind_stated, facts, verdict);
  if (verdict.conflicting) {
    return raise(Verdict::unknown, FindingNumber::line_evidence_conflicts, facts, verdict);
  }
  return or_shadow(raise(Verdict::unknown, FindingNumber::line_kind_unknown, facts, verdict));
}

bool tells_ppp(const std::vector<Observed>& seen) {
  return std::ranges::find(seen, Observation::ppp_or_mtu_1454, &Observed::what) != seen.end();
}

Answer weigh_evidence(const Inquiry& inquiry) {
  const auto& address = *inquiry.evidence.of<AddressEvidence>("line.address");
  const auto* survey = inquiry.evidence.of<ResolverSurvey>("line.resolvers");
  auto seen = observations_of(address, survey, inquiry.profile);
  const PathMtu path = survey ? path_to_resolver(inquiry, address, *survey) : PathMtu{};
  if (auto told = by_path(path); told && !tells_ppp(seen)) seen.push_back(std::move(*told));
  if (const auto* tunnel = inquiry.evidence.of<TunnelEvidence>("line.tunnel")) {
    seen.push_back({Observation::tunnel_stands, std::nullopt, tunnel->gateway});
  }
  return judge(weigh(seen), path, inquiry.site);
}

}  // namespace

std::vector<Observed> observations_of(const AddressEvidence& address, const ResolverSurvey* survey,
                                      const Profile& profile) {
  std::vector<std::optional<Observed>> all{by_search_domain(address, profile), by_prefix(address, profile),
                                           by_link_local(address), by_link(address),
                                           by_other_prefix(address, profile)};
  if (survey) {
    all.insert(all.end(), {by_ngn(*survey), by_closed(*survey), by_private_routes(address, *survey),
                           by_private_resolver(*survey), by_service_address(*survey), by_denial(*survey),
                           by_public_name(*survey), by_public_resolver(address, *survey, profile)});
  }
  std::vector<Observed> seen;
  for (auto& one : all) {
    if (one) seen.push_back(std::move(*one));
  }
  return seen;
}

Check verdict_check() {
  return {.name = "line.verdict",
          .question = FindingNumber::line_kind,
          .needs = {"line.address"},
          .after = {"line.tunnel", "line.resolvers"},
          .behind = {"line.tunnel", "line.resolvers"},
          .run = weigh_evidence};
}

}  // namespace onshi
