// SPDX-License-Identifier: GPL-3.0-or-later
// What kind of line this is, by scored evidence (line.md §12): every observation speaks for some kinds and
// against others, and one missing observation never decides. The declared type is no evidence. Pure
// functions, any thread.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "probes/site/profile.h"
#include "probes/site/site.h"

namespace onshi {

enum class Observation {
  search_domain,         // flets-east.jp or flets-west.jp in the search list
  ngn_resolver_answers,  // the NGN's own resolver said something
  closed_resolver_answers,
  ntt_prefix,                // global IPv6 inside a prefix of NTT itself
  only_link_local,           // fe80:: alone
  ppp_or_mtu_1454,           // or another MTU of PPPoE
  private_routes_and_dns,    // 10.x routes, and a private resolver that knows the service's names
  private_resolver_answers,  // an IPv4 resolver with a private address knows the service's name
  private_service_address,   // and gives a private address for it, which no public resolver does
  tunnel_stands,             // an IPsec tunnel that this terminal itself keeps
  other_prefix,              // global IPv6 outside every prefix of the profile, and none inside
  service_name_unknown,      // every resolver that lives says that the service's name does not exist
  internet_names_known,      // and one of these knows a name of the internet
  public_resolver_answers,   // one of the terminal's resolvers is somewhere on the internet
  mtu_of_ipsec               // the largest packet that passes is as large as one inside ESP
};
std::string_view name_of(Observation observation);

struct Observed {
  Observation what = Observation::search_domain;
  std::optional<Region> region;  // where the observation tells it
  std::string seen;              // the domain, address or link
};

/// One observation as it counted for the kind in the verdict.
struct Point {
  Observation what = Observation::search_domain;
  std::string seen;
  int points = 0;  // below zero speaks against
};

/// What one kind got, and for what.
struct Candidate {
  LineKind kind = LineKind::ntt_east;
  int score = 0;
  std::vector<Point> points{};
};

struct LineVerdict {
  std::optional<LineKind> kind{};  // empty: cannot be told
  bool conflicting = false;        // two kinds are equally well supported
  int score = 0;
  std::vector<Point> points{};      // for and against `kind`, or the best candidate when there is none
  std::vector<Candidate> others{};  // all other kinds, best first
};

/// The kind that a person's statement may name as well: `closed_ipv4` leaves open which of two it is.
bool agrees(LineKind stated, LineKind observed);

LineVerdict weigh(const std::vector<Observed>& observations);

/// Whether a line of this kind may have been declared as `type`; the plain internet fits none.
bool fits(LineKind kind, LineType type);

}  // namespace onshi
