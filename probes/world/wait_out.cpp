// SPDX-License-Identifier: GPL-3.0-or-later
#include "probes/world/wait_out.h"

#include <condition_variable>
#include <mutex>

namespace onshi {

void wait_out(const Limit& limit) {
  std::mutex mutex;
  std::condition_variable_any never;
  std::unique_lock lock(mutex);
  // What remains is told in whole milliseconds; who waits until it is over would be busy for the last one.
  const auto whole = limit.remaining() + std::chrono::milliseconds{1};
  never.wait_for(lock, limit.stop(), whole, [] { return false; });
}

}  // namespace onshi
