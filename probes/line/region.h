// SPDX-License-Identifier: GPL-3.0-or-later
// NTT東日本 or 西日本, told from what the terminal was given: search domain, then resolvers, then its own
// prefix (line.md §3). The declared お客さまID plays no part. Pure functions, any thread.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "probes/line/address_check.h"
#include "probes/site/profile.h"

namespace onshi {

struct RegionClue {
  Region region = Region::east;
  std::string seen;  // the domain or address that says so
};

/// A search domain of the profile, or one below it.
std::optional<RegionClue> region_by_search_domain(const NetworkView& view, const Profile& profile);
/// An address inside a prefix that belongs to NTT itself.
std::optional<RegionClue> region_by_prefix(const std::vector<std::string>& addresses, const Profile& profile);
std::optional<Region> observed_region(const AddressEvidence& address, const Profile& profile);

/// The profile's entry for this resolver, or null.
const ProfileResolver* known_resolver(const Profile& profile, const std::string& ip);

}  // namespace onshi
