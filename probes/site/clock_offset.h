// SPDX-License-Identifier: GPL-3.0-or-later
// How far this terminal's clock is from the service's time, handed from "terminal.clock" to whoever judges
// dates. A plain value, any thread.
#pragma once

#include <chrono>

namespace onshi {

/// This program did not exist before: a clock that says so is wrong.
inline constexpr std::chrono::year kFirstYearOfProgram{2026};

struct ClockOffset {
  bool known = false;
  std::chrono::milliseconds offset{0};  // positive: the terminal is behind
};

}  // namespace onshi
