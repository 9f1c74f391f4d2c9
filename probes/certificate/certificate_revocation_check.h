// SPDX-License-Identifier: GPL-3.0-or-later
// Whether the authority has revoked the certificate: by the profile's own list, else by the one that the
// certificate names, fetched from a host that the profile lists for it (certificate.md §2, §6.1, 14). A list
// that cannot be had is worth a look only. Part of plans that ask the line for names. Any thread.
#pragma once

#include <functional>
#include <optional>

#include "probes/check/check.h"
#include "probes/world/network.h"

namespace onshi {

/// The proxy through which the terminal goes to a host, where "connectivity.proxy" found one; empty: it goes
/// directly. Without a finder nobody asks for one.
using ProxyFinder = std::function<std::optional<ProxyHop>(const Inquiry&, const std::string& host)>;

/// None when the profile knows neither a list nor a host for lists.
std::vector<Check> certificate_revocation_checks(const Profile& profile, const ProxyFinder& finder = {});

}  // namespace onshi
