// SPDX-License-Identifier: GPL-3.0-or-later
// A run on a thread of its own. Events are handed to `post` on that thread; the window's `post` queues them
// to itself. Destroying it cancels and returns within 0.2 s, and no event comes after that. Owned by whoever
// shows the run.
#pragma once

#include <chrono>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <thread>

#include "probes/check/run.h"

namespace onshi {

class CheckTask {
 public:
  struct Event {
    enum class What { started, finished, done };
    What what = What::started;
    std::string check;               // started
    std::optional<Finding> finding;  // finished
    std::optional<Run> run;          // done, also after cancel()
  };
  CheckTask(Plan plan, std::shared_ptr<const RunSubject> subject, std::chrono::milliseconds budget,
            std::function<void(Event)> post);
  ~CheckTask();
  CheckTask(const CheckTask&) = delete;
  CheckTask& operator=(const CheckTask&) = delete;
  void cancel();

 private:
  std::jthread thread_;
};

}  // namespace onshi
