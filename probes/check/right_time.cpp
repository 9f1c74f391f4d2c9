// SPDX-License-Identifier: GPL-3.0-or-later
#include "probes/check/right_time.h"

namespace onshi {

ClockOffset clock_of(const Evidence& evidence) {
  const auto* clock = evidence.of<ClockOffset>("terminal.clock");
  return clock ? *clock : ClockOffset{};
}

std::chrono::system_clock::time_point right_time(const Inquiry& inquiry) {
  const ClockOffset clock = clock_of(inquiry.evidence);
  const auto now = inquiry.world.machine().now();
  return clock.known ? now + clock.offset : now;
}

}  // namespace onshi
