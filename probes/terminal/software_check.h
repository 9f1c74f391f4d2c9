// SPDX-License-Identifier: GPL-3.0-or-later
// Do the service's own programs on this terminal point at one and the same environment, and is nothing left
// from the installation that should be gone? Both look only; a program that is not installed is no fault.
#pragma once

#include "probes/check/check.h"

namespace onshi {

/// "terminal.software". Evidence: std::vector<SoftwarePart>.
Check software_check();

/// "terminal.left_files", after the other.
Check left_files_check();

}  // namespace onshi
