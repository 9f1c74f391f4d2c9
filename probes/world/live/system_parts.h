// SPDX-License-Identifier: GPL-3.0-or-later
// The parts of the live world that each operating system makes its own way (linux/, later windows/). Owned by
// the live world; each part is thread-safe.
#pragma once

#include <memory>

#include "probes/world/browsers.h"
#include "probes/world/links.h"
#include "probes/world/live/link_choice.h"
#include "probes/world/machine.h"
#include "probes/world/programs.h"
#include "probes/world/tunnels.h"

namespace onshi {

std::unique_ptr<Links> system_links();
std::unique_ptr<Machine> system_machine(AllowedHosts allowed, LinkChoice choice = {});
std::unique_ptr<Programs> system_programs();
std::unique_ptr<Tunnels> system_tunnels();
std::unique_ptr<Browsers> system_browsers();

}  // namespace onshi
