// SPDX-License-Identifier: GPL-3.0-or-later
#include "probes/line/line_verdict.h"

#include <algorithm>
#include <array>
#include <cstdlib>

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

// The table of line.md §12; the weights are our guess.
constexpr std::array<Weight, 7> kWeights{{{Observation::search_domain, kStrong, -kMedium, -kMedium, 0},
                                          {Observation::ngn_resolver_answers, kStrong, -kMedium, -kMedium, 0},
                                          {Observation::closed_resolver_answers, kStrong, 0, 0, -kMedium},
                                          {Observation::ntt_prefix, kMedium, 0, 0, 0},
                                          {Observation::only_link_local, -kMedium, 0, 0, 0},
                                          {Observation::ppp_or_mtu_1454, 0, kMedium, 0, 0},
                                          {Observation::private_routes_and_dns, -kWeak, 0, kMedium, 0}}};

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
  }
  std::abort();
}

struct Candidate {
  LineKind kind;
  int score;
};

std::vector<Candidate> ranked(const std::vector<Observed>& observations) {
  std::vector<Candidate> candidates;
  for (LineKind kind : kKinds) {
    int score = 0;
    for (const Observed& observed : observations) score += points_for(kind, observed);
    candidates.push_back({kind, score});
  }
  std::ranges::stable_sort(candidates, std::greater{}, &Candidate::score);
  return candidates;
}

std::vector<Point> points_of(LineKind kind, const std::vector<Observed>& observations) {
  std::vector<Point> points;
  for (const Observed& observed : observations) {
    int counted = points_for(kind, observed);
    if (counted != 0) points.push_back({observed.what, observed.seen, counted});
  }
  return points;
}

}  // namespace

std::string_view name_of(LineKind kind) {
  constexpr std::array<std::string_view, 5> names{"ntt_east", "ntt_west", "ctc_qtnet", "ipsec", "internet"};
  return names.at(static_cast<std::size_t>(kind));
}

std::string_view name_of(Observation observation) {
  constexpr std::array<std::string_view, 7> names{
      "search_domain",   "ngn_resolver_answers", "closed_resolver_answers", "ntt_prefix",
      "only_link_local", "ppp_or_mtu_1454",      "private_routes_and_dns"};
  return names.at(static_cast<std::size_t>(observation));
}

LineVerdict weigh(const std::vector<Observed>& observations) {
  auto candidates = ranked(observations);
  const Candidate& best = candidates[0];
  LineVerdict verdict{.score = best.score, .points = points_of(best.kind, observations)};
  bool is_enough = best.score >= kEnough;
  bool leads = best.score - candidates[1].score >= kLead;
  verdict.conflicting = is_enough && !leads;
  if (is_enough && leads) verdict.kind = best.kind;
  return verdict;
}

std::optional<LineType> type_of(LineKind kind) {
  switch (kind) {
    case LineKind::ntt_east:
    case LineKind::ntt_west:
      return LineType::ip_vpn_ntt;
    case LineKind::ctc_qtnet:
      return LineType::ip_vpn_ctc_qtnet;
    case LineKind::ipsec:
      return LineType::ipsec_ike;
    case LineKind::internet:
      return std::nullopt;
  }
  std::abort();
}

}  // namespace onshi
