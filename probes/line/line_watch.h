// SPDX-License-Identifier: GPL-3.0-or-later
// Tells the window when the terminal's line has changed: a cable, an address, a route, a resolver. Owned by
// the window; waits on a thread of its own and calls back on that thread. Trouble with looking is no change;
// it is tried again at most twice a second. Ends at once when it is destroyed.
#pragma once

#include <chrono>
#include <functional>
#include <memory>
#include <thread>

#include "probes/world/world.h"

namespace onshi {

class LineWatch {
 public:
  /// Never for what is there at the start.
  using Callback = std::function<void()>;

  LineWatch(std::shared_ptr<World> world, Callback changed,
            std::chrono::milliseconds pause = std::chrono::milliseconds{500});
  LineWatch(const LineWatch&) = delete;
  LineWatch& operator=(const LineWatch&) = delete;
  ~LineWatch() = default;  // stops the wait and joins

 private:
  std::jthread thread_;
};

}  // namespace onshi
