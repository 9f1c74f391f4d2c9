// SPDX-License-Identifier: GPL-3.0-or-later
// What resolv.conf and os-release say, from their text. Pure functions, any thread.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "probes/world/links.h"

namespace onshi {

struct ResolverText {
  std::vector<Resolver> resolvers;  // in the file's order
  std::vector<std::string>
      search_domains;  // lower case, no trailing dot; the last `search` or `domain` line holds
};

ResolverText read_resolver_text(std::string_view text);

/// Whether the only resolver is the stub of systemd-resolved, behind which the real ones stand.
bool names_resolved_stub(const ResolverText& read);

/// The value of `key` in an os-release text, without quotes; empty when absent.
std::string os_release_value(std::string_view text, std::string_view key);

}  // namespace onshi
