// SPDX-License-Identifier: GPL-3.0-or-later
// One check on its own thread, and the inbox through which its answer comes back to the runner. Everything
// that the thread can reach is owned by it or shared with it, so a check that never returns can be left
// behind safely. Inbox is thread-safe; a JobThread belongs to the runner's thread.
#pragma once

#include <chrono>
#include <condition_variable>
#include <cstddef>
#include <memory>
#include <mutex>
#include <optional>
#include <set>
#include <stop_token>
#include <string_view>
#include <thread>
#include <vector>

#include "probes/check/run.h"

namespace onshi {

struct Delivery {
  std::size_t place = 0;  // of the check in its plan
  Answer answer;
  std::chrono::milliseconds elapsed{0};
};

class Inbox {
 public:
  /// Called by the check's thread as the last thing it does; of an abandoned check nothing is kept.
  void deliver(Delivery delivery);

  /// What has come; waits for the first until `deadline` or the stop request.
  std::vector<Delivery> wait(Limit::Clock::time_point deadline, const std::stop_token& stop);

  /// False when the answer came in the meantime, so that it is to be taken instead.
  bool abandon(std::size_t place);

 private:
  std::mutex mutex_;
  std::condition_variable_any changed_;
  std::vector<Delivery> deliveries_;
  std::set<std::size_t> abandoned_;
};

/// What the thread of one check holds on to.
struct Job {
  std::size_t place = 0;
  Check check;
  std::shared_ptr<const RunSubject> subject;
  Evidence evidence;
  Limit limit;
};

/// 901.
Answer crash(const Check& check, std::string_view what);

/// The answer of the check; a crash when it throws.
Answer answer_of(const Job& job);

class JobThread {
 public:
  using Clock = Limit::Clock;

  JobThread(Job job, std::shared_ptr<Inbox> inbox, std::stop_source stop);
  JobThread(JobThread&&) noexcept = default;
  JobThread& operator=(JobThread&&) noexcept = default;
  ~JobThread();  // asks it to stop and leaves it behind, unless joined

  void join() { thread_.join(); }
  void ask_to_stop() { stop_.request_stop(); }
  /// Leaves the thread behind; false when its answer has just come.
  bool leave_behind();

  [[nodiscard]] std::size_t place() const { return place_; }
  [[nodiscard]] Clock::time_point deadline() const { return deadline_; }
  [[nodiscard]] std::chrono::milliseconds elapsed() const;

 private:
  std::size_t place_;
  Clock::time_point started_;
  Clock::time_point deadline_;
  std::shared_ptr<Inbox> inbox_;
  std::stop_source stop_;
  std::thread thread_;
};

}  // namespace onshi
