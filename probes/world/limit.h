// SPDX-License-Identifier: GPL-3.0-or-later
// How long a wait may last: a point in time and a person's wish to stop. Every call of the world takes one,
// so nothing can wait for ever. A cheap value, any thread.
#pragma once

#include <algorithm>
#include <chrono>
#include <stop_token>

namespace onshi {

class Limit {
 public:
  using Clock = std::chrono::steady_clock;

  Limit(Clock::time_point deadline, std::stop_token stop) : deadline_(deadline), stop_(std::move(stop)) {}
  static Limit of(std::chrono::milliseconds time, std::stop_token stop = {}) {
    return {Clock::now() + time, std::move(stop)};
  }

  /// The sooner of this limit and `time` from now.
  [[nodiscard]] Limit within(std::chrono::milliseconds time) const {
    return {std::min(deadline_, Clock::now() + time), stop_};
  }
  [[nodiscard]] std::chrono::milliseconds remaining() const {
    auto left = std::chrono::duration_cast<std::chrono::milliseconds>(deadline_ - Clock::now());
    return std::max(left, std::chrono::milliseconds{0});
  }
  [[nodiscard]] bool over() const { return cancelled() || Clock::now() >= deadline_; }
  [[nodiscard]] bool cancelled() const { return stop_.stop_requested(); }
  [[nodiscard]] const std::stop_token& stop() const { return stop_; }

 private:
  Clock::time_point deadline_;
  std::stop_token stop_;
};

}  // namespace onshi
