// SPDX-License-Identifier: GPL-3.0-or-later
#include "probes/line/region.h"

#include <algorithm>

#include "probes/site/ip_address.h"

namespace onshi {
namespace {

bool is_or_below(const std::string& name, const std::string& domain) {
  return name == domain || name.ends_with("." + domain);
}

std::optional<Region> region_of_owner(const std::string& owner) {
  if (owner == "ntt_east") return Region::east;
  if (owner == "ntt_west") return Region::west;
  return std::nullopt;
}

/// Only the resolvers that the line itself gives: the closed ones were typed by a person, perhaps wrongly.
std::optional<Region> region_by_given_resolver(const NetworkView& view, const Profile& profile) {
  for (const Resolver& resolver : view.resolvers) {
    const ProfileResolver* known = known_resolver(profile, resolver.ip);
    if (known && !known->closed) return known->region;
  }
  return std::nullopt;
}

}  // namespace

std::optional<RegionClue> region_by_search_domain(const NetworkView& view, const Profile& profile) {
  for (const std::string& domain : view.search_domains) {
    for (const ProfileDomain& known : profile.search_domains) {
      if (is_or_below(domain, known.name)) return RegionClue{known.region, domain};
    }
  }
  return std::nullopt;
}

std::optional<RegionClue> region_by_prefix(const std::vector<std::string>& addresses,
                                           const Profile& profile) {
  for (const std::string& address : addresses) {
    const ProfilePrefix* prefix = profile.longest_prefix_of(address);
    auto region = prefix ? region_of_owner(prefix->owner) : std::nullopt;
    if (region) return RegionClue{*region, address};
  }
  return std::nullopt;
}

std::optional<Region> observed_region(const AddressEvidence& address, const Profile& profile) {
  if (auto clue = region_by_search_domain(address.view, profile)) return clue->region;
  if (auto region = region_by_given_resolver(address.view, profile)) return region;
  if (auto clue = region_by_prefix(address.usable, profile)) return clue->region;
  return std::nullopt;
}

const ProfileResolver* known_resolver(const Profile& profile, const std::string& ip) {
  auto found = std::ranges::find_if(profile.resolvers, [&](const ProfileResolver& resolver) {
    return canonical_ip(resolver.ip) == canonical_ip(ip);
  });
  return found == profile.resolvers.end() ? nullptr : &*found;
}

}  // namespace onshi
