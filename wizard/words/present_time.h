// SPDX-License-Identifier: GPL-3.0-or-later
// What time it is, as far as this terminal's clock can be believed: the check of the clock may have found it
// wrong, and by how much. Values and pure functions, any thread.
#pragma once

#include <chrono>

#include "probes/check/finding.h"

namespace onshi {

struct PresentTime {
  enum class From { clock, corrected, nowhere };
  std::chrono::system_clock::time_point time{};  // nothing to go by when it comes from nowhere
  From from = From::clock;
};

/// `clock` is what "terminal.clock" said; null when it was not asked.
PresentTime present_time(std::chrono::system_clock::time_point now, const Finding* clock);

}  // namespace onshi
