// SPDX-License-Identifier: GPL-3.0-or-later
#include "probes/world/machine.h"

namespace onshi {

Seen<std::chrono::milliseconds> Machine::clock_offset(const Target& server, const Limit& limit) {
  if (is_allowed(allowed_, server.host)) return do_clock_offset(server, limit);
  return std::unexpected(CannotSee{CannotSee::Why::refused, 0, "not_allowed"});
}

}  // namespace onshi
