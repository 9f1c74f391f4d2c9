// SPDX-License-Identifier: GPL-3.0-or-later
// The time by which dates are judged: the terminal's own, put right by what "terminal.clock" found. For a
// check that names "terminal.clock" in `after`. Called on check threads.
#pragma once

#include "probes/check/check.h"
#include "probes/site/clock_offset.h"

namespace onshi {

/// Not known when the clock was not compared or is not part of the plan.
ClockOffset clock_of(const Evidence& evidence);

/// The terminal's own time as long as the offset is not known.
std::chrono::system_clock::time_point right_time(const Inquiry& inquiry);

}  // namespace onshi
