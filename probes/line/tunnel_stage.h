// SPDX-License-Identifier: GPL-3.0-or-later
// How far a configured IPsec connection got, told from what the IKE program lists and counts; it keeps no
// last error. Where the history is mixed nothing is claimed. Pure functions, any thread.
#pragma once

#include <vector>

#include "probes/world/tunnels.h"

namespace onshi {

/// In this order, the furthest last.
enum class TunnelStage {
  not_tried,
  unexplained,       // it does not stand, and what is left of the tries does not say why
  unanswered,        // packets to the gateway, or its answers, get lost
  no_common_ground,  // it answered, and nobody got as far as proving who they are
  not_recognised,    // one end did not accept the other
  without_child,     // both recognised each other, and no tunnel came of it
  carries
};

TunnelStage stage_of(const TunnelConnection& connection, const TunnelView& view);

/// The connection that got furthest of those that lead to one of `wanted`, or of all when none does; null
/// when none is configured.
const TunnelConnection* furthest(const TunnelView& view, const std::vector<std::string>& wanted);

/// Whether one of the networks contains the address; "10.0.0.0/8[tcp/53]" counts as what stands before the
/// bracket.
bool leads_to(const std::vector<std::string>& networks, const std::string& ip);

/// What lies behind it: as agreed on where it stands, else as configured.
std::vector<std::string> networks_behind(const TunnelConnection& connection, const TunnelView& view);

}  // namespace onshi
