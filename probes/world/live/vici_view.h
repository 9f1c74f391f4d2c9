// SPDX-License-Identifier: GPL-3.0-or-later
// What charon's messages say of its tunnels. No more is kept than a terminal can have use for, whatever
// comes. Pure, any thread.
#pragma once

#include <vector>

#include "probes/world/live/vici_message.h"
#include "probes/world/tunnels.h"

namespace onshi {

/// Of the events "list-sa".
std::vector<IkeSa> conversations_in(const std::vector<ViciSection>& events);

/// Of the events "list-conn".
std::vector<TunnelConnection> connections_in(const std::vector<ViciSection>& events);

/// What the answer to "get-counters" says of this connection; zeros when nothing.
IkeMessages messages_of(const std::string& connection, const ViciSection& counters);

/// What came on top of `earlier`; zero where somebody has set the counters back.
IkeMessages messages_since(const IkeMessages& earlier, const IkeMessages& later);

}  // namespace onshi
