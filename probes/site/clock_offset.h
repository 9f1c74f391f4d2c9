// SPDX-License-Identifier: GPL-3.0-or-later
// How far this terminal's clock is from the service's time, handed from "terminal.clock" to whoever judges
// dates. A plain value, any thread.
#pragma once

#include <chrono>

namespace onshi {

struct ClockOffset {
  bool known = false;
  std::chrono::milliseconds offset{0};  // positive: the terminal is behind
};

}  // namespace onshi
