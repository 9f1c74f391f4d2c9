// SPDX-License-Identifier: GPL-3.0-or-later
// Waits for a program that was started: takes what it says, and ends it with its group when a bound is
// reached. Never leaves a process behind. Any thread.
#pragma once

#include <sys/types.h>

#include "probes/world/linux/descriptor.h"
#include "probes/world/programs.h"

namespace onshi {

/// `pid` leads a group of its own; `output_end` is non-blocking. Reads until the child has ended, has said
/// more than `bound` bytes, or the limit is over.
ProgramResult attend_child(pid_t pid, const Descriptor& output_end, std::size_t bound, const Limit& limit);

}  // namespace onshi
