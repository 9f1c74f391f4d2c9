// SPDX-License-Identifier: GPL-3.0-or-later
// Starts a program with its input in an anonymous file, no environment, no descriptors but 0 to 2, no new
// privileges, and bounds on memory, processor time, files, processes. Its group is its own. The caller kills
// and waits. Any thread.
#pragma once

#include <expected>

#include <sys/types.h>

#include "probes/world/linux/descriptor.h"
#include "probes/world/programs.h"

namespace onshi {

struct LimitedChild {
  pid_t pid = 0;
  Descriptor output;  // its standard output, non-blocking
};

/// Or the errno that says why it cannot be started; then no process is left.
std::expected<LimitedChild, int> start_limited_child(const ProgramTask& task);

}  // namespace onshi
