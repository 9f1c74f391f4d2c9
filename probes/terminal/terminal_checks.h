// SPDX-License-Identifier: GPL-3.0-or-later
// The checks of page 8, the terminal itself: system, clock, disk, rights, protection, and the service's own
// programs. They look and change nothing. What a plain user cannot be told here (such as the firewall on some
// systems) is a fact, not a fault, and the good answer claims no more than was seen.
#pragma once

#include <filesystem>
#include <vector>

#include "probes/check/check.h"

namespace onshi {

/// "terminal.system", "terminal.clock", "terminal.disk", "terminal.rights", "terminal.protection",
/// "terminal.software", "terminal.left_files".
/// `site_folder` is where this program keeps what it was told; it need not exist yet.
std::vector<Check> terminal_checks(const Site& site, const Profile& profile,
                                   const std::filesystem::path& site_folder);

}  // namespace onshi
