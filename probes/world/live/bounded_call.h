// SPDX-License-Identifier: GPL-3.0-or-later
// Calls that may hang for ever (PC/SC when its service does) run on a thread of their own, so that the caller
// comes back at its limit. The thread is then left behind with everything that it holds and ends when its
// call does. Any thread.
#pragma once

#include <condition_variable>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <thread>

#include "probes/world/limit.h"

namespace onshi {

/// Counts the threads that were left behind and are still busy; see abandoned_calls() in world.h.
void note_abandoned_call(int change);

/// What `work` returned, or nothing when the limit was over first. `work` owns all that it touches and throws
/// nothing.
template <typename Result>
std::optional<Result> call_bounded(const Limit& limit, std::function<Result()> work) {
  struct Meeting {
    std::mutex mutex;
    std::condition_variable_any changed;
    std::optional<Result> result;
    bool left = false;
  };
  auto meeting = std::make_shared<Meeting>();
  std::thread([meeting, work = std::move(work)]() mutable {
    Result result = work();
    work = nullptr;
    std::scoped_lock lock(meeting->mutex);
    meeting->result.emplace(std::move(result));
    if (meeting->left) note_abandoned_call(-1);
    meeting->changed.notify_all();
  }).detach();
  std::unique_lock lock(meeting->mutex);
  meeting->changed.wait_for(lock, limit.stop(), limit.remaining(),
                            [&] { return meeting->result.has_value(); });
  if (meeting->result) return std::move(meeting->result);
  meeting->left = true;
  note_abandoned_call(1);
  return {};
}

}  // namespace onshi
