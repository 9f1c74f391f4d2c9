// SPDX-License-Identifier: GPL-3.0-or-later
#include "probes/world/wait_out.h"

#include <condition_variable>
#include <mutex>

namespace onshi {

void wait_out(const Limit& limit) {
  std::mutex mutex;
  std::condition_variable_any never;
  std::unique_lock lock(mutex);
  never.wait_for(lock, limit.stop(), limit.remaining(), [] { return false; });
}

}  // namespace onshi
