// SPDX-License-Identifier: GPL-3.0-or-later
// What rtnetlink dumps say, as Link, Address and Route. Pure functions over the dumps' bytes, any thread.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "probes/world/links.h"

namespace onshi {

using LinksByIndex = std::map<int, Link>;

LinksByIndex links_in(std::string_view messages);
void add_addresses(LinksByIndex& links, std::string_view messages);

/// Routes that carry packets: of the main and default tables, without blackhole, unreachable, prohibit and
/// cached ones. Several next hops give several routes.
std::vector<Route> routes_in(std::string_view messages, const LinksByIndex& links);

}  // namespace onshi
