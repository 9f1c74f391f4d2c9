// SPDX-License-Identifier: GPL-3.0-or-later
#include "probes/line/line_verdict.h"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <iterator>

namespace onshi {
namespace {

constexpr int kWeak = 1;
constexpr int kMedium = 2;
constexpr int kStrong = 4;
constexpr int kEnough = 3;  // more than one medium observation, or a strong one
constexpr int kLead = 2;    // before the next kind

constexpr std::array kKinds{LineKind::ntt_east, LineKind::ntt_west, LineKind::ctc_qtnet, LineKind::ipsec,
                            LineKind::internet};

struct Weight {
  Observation what;
  int ntt;  // for the region that the observation tells, or both when it tells none
  int ctc_qtnet;
  int ipsec;
  int internet;
};

// The table of line.md §12, with the names that both closed IPv4 lines must have; the weights are our guess.
constexpr std::array<Weight, 15> kWeights{
    {{Observation::search_domain, kStrong, -kMedium, -kMedium, 0},
     {Observation::ngn_resolver_answers, kStrong, -kMedium, -kMedium, 0},
     {Observation::closed_resolver_answers, kStrong, 0, 0, -kMedium},
     {Observation::ntt_prefix, kMedium, 0, 0, 0},
     {Observation::only_link_local, -kMedium, 0, 0, 0},
     {Observation::ppp_or_mtu_1454, 0, kMedium, 0, 0},
     {Observation::private_routes_and_dns, -kWeak, 0, kMedium, 0},
     {Observation::private_resolver_answers, 0, kMedium, kMedium, -kMedium},
     {Observation::private_service_address, 0, kMedium, kMedium, -kMedium},
     {Observation::tunnel_stands, 0, 0, kStrong, 0},
     {Observation::other_prefix, 0, 0, 0, kWeak},
     {Observation::service_name_unknown, 0, 0, 0, kWeak},
     {Observation::internet_names_known, 0, -kWeak, 0, kMedium},
     {Observation::public_resolver_answers, 0, 0, 0, kWeak},
     {Observation::mtu_of_ipsec, 0, 0, kWeak, 0}}};

const Weight& weight_of(Observation what) { return *std::ranges::find(kWeights, what, &Weight::what); }

bool is_of_region(const Observed& observed, Region region) {
  return observed.region.value_or(region) == region;
}

int points_for(LineKind kind, const Observed& observed) {
  const Weight& weight = weight_of(observed.what);
  switch (kind) {
    case LineKind::ntt_east:
      return is_of_region(observed, Region::east) ? weight.ntt : 0;
    case LineKind::ntt_west:
      return is_of_region(observed, Region::west) ? weight.ntt : 0;
    case LineKind::ctc_qtnet:
      return weight.ctc_qtnet;
    case LineKind::ipsec:
      return weight.ipsec;
    case LineKind::internet:
      return weight.internet;
    case LineKind::closed_ipv4:
      return std::min(weight.ctc_qtnet, weight.ipsec);
  }
  std::abort();
}

std::vector<Point> points_of(LineKind kind, const std::vector<Observed>& observations) {
  std::vector<Point> points;
  for (const Observed& observed : observations) {
    int counted = points_for(kind, observed);
    if (counted != 0) points.push_back({observed.what, observed.seen, counted});
  }
  return points;
}

std::vector<Candidate> ranked(const std::vector<Observed>& observations) {
  std::vector<Candidate> candidates;
  for (LineKind kind : kKinds) {
    Candidate candidate{.kind = kind, .points = points_of(kind, observations)};
    for (const Point& point : candidate.points) candidate.score += point.points;
    candidates.push_back(std::move(candidate));
  }
  std::ranges::stable_sort(candidates, std::greater{}, &Candidate::score);
  return candidates;
}

bool is_closed_ipv4(const Candidate& candidate) {
  return candidate.kind == LineKind::ctc_qtnet || candidate.kind == LineKind::ipsec;
}

/// The best kind, when it leads; both closed IPv4 lines together, when nothing tells them apart.
std::optional<LineKind> leader(const std::vector<Candidate>& ranks) {
  const auto leads = [&](std::size_t next) { return ranks[0].score - ranks[next].score >= kLead; };
  if (leads(1)) return ranks[0].kind;
  const bool alike = is_closed_ipv4(ranks[0]) && is_closed_ipv4(ranks[1]);
  return alike && leads(2) ? std::optional(LineKind::closed_ipv4) : std::nullopt;
}

}  // namespace

std::string_view name_of(Observation observation) {
  constexpr std::array<std::string_view, 15> names{"search_domain",
                                                   "ngn_resolver_answers",
                                                   "closed_resolver_answers",
                                                   "ntt_prefix",
                                                   "only_link_local",
                                                   "ppp_or_mtu_1454",
                                                   "private_routes_and_dns",
                                                   "private_resolver_answers",
                                                   "private_service_address",
                                                   "tunnel_stands",
                                                   "other_prefix",
                                                   "service_name_unknown",
                                                   "internet_names_known",
                                                   "public_resolver_answers",
                                                   "mtu_of_ipsec"};
  return names.at(static_cast<std::size_t>(observation));
}

bool agrees(LineKind stated, LineKind observed) {
  if (observed != LineKind::closed_ipv4) return stated == observed;
  return stated == LineKind::ctc_qtnet || stated == LineKind::ipsec;
}

LineVerdict weigh(const std::vector<Observed>& observations) {
  const auto candidates = ranked(observations);
  const Candidate& best = candidates[0];
  LineVerdict verdict{.score = best.score};
  if (best.score >= kEnough) {
    verdict.kind = leader(candidates);
    verdict.conflicting = !verdict.kind;
  }
  const LineKind told = verdict.kind.value_or(best.kind);
  verdict.points = points_of(told, observations);
  std::ranges::copy_if(candidates, std::back_inserter(verdict.others),
                       [told](const Candidate& one) { return one.kind != told; });
  return verdict;
}

bool fits(LineKind kind, LineType type) {
  switch (kind) {
    case LineKind::ntt_east:
    case LineKind::ntt_west:
      return type == LineType::ip_vpn_ntt;
    case LineKind::ctc_qtnet:
      return type == LineType::ip_vpn_ctc_qtnet;
    case LineKind::ipsec:
      return type == LineType::ipsec_ike;
    case LineKind::closed_ipv4:
      return type == LineType::ip_vpn_ctc_qtnet || type == LineType::ipsec_ike;
    case LineKind::internet:
      return false;
  }
  std::abort();
}

}  // namespace onshi
