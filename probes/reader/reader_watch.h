// SPDX-License-Identifier: GPL-3.0-or-later
// Tells the window when a reader or a card comes or goes. Owned by the page that shows it; waits on a thread
// of its own and calls back on that thread. It outlives a restart of the card service (asked again at most
// twice a second) and ends at once when it is destroyed.
#pragma once

#include <chrono>
#include <functional>
#include <memory>
#include <thread>
#include <vector>

#include "probes/world/world.h"

namespace onshi {

class ReaderWatch {
 public:
  using Seen = CardSeen<std::vector<ReaderState>>;
  using Callback = std::function<void(const Seen&)>;  // first what is there, then each time something else is

  ReaderWatch(std::shared_ptr<World> world, Callback changed,
              std::chrono::milliseconds pause = std::chrono::milliseconds{500});
  ReaderWatch(const ReaderWatch&) = delete;
  ReaderWatch& operator=(const ReaderWatch&) = delete;
  ~ReaderWatch() = default;  // stops the wait and joins

 private:
  std::jthread thread_;
};

}  // namespace onshi
