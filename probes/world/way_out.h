// SPDX-License-Identifier: GPL-3.0-or-later
// By which of several links a packet must leave to go by the line, and not by the one to the clinic's other
// systems (line.md §1, §7). The live world binds every connection and question to it, so no check can forget
// to; which of that link's addresses it is sent from stays the system's choice, because that choice may be
// the fault (757). Pure functions, any thread.
#pragma once

#include <string>
#include <vector>

#include "probes/site/profile.h"
#include "probes/world/links.h"

namespace onshi {

/// Empty: the system's routes decide. So they do towards neighbours and wherever there is a route of its own,
/// and where nothing tells one link from the others.
std::string link_towards(const NetworkView& view, const std::vector<ProfilePrefix>& line,
                         const std::string& ip);

/// The link that has this address; empty when none has.
std::string link_with(const NetworkView& view, const std::string& ip);

}  // namespace onshi
