// SPDX-License-Identifier: GPL-3.0-or-later
// The run of checks that the window has going: which page it is for, what each question's row shows
// meanwhile, and when it is over. At most one run at a time; a new one ends the old one. Owned by the frame;
// window thread, events come queued.
#pragma once

#include <chrono>
#include <functional>
#include <memory>
#include <optional>
#include <vector>

#include "wizard/flow/session.h"

namespace onshi::gui {

class Checker {
 public:
  using Clock = std::chrono::steady_clock;

  /// One question of the run: waiting, running since, or answered.
  struct Row {
    std::string check;
    std::string subject;
    FindingNumber question;
    std::optional<Clock::time_point> began;
    std::optional<Finding> finding;
  };

  explicit Checker(Session& session) : session_(session) {}

  void check_step(StepId step);
  void check_everything();
  /// Whatever is unfinished becomes `cancelled` within 0.2 s.
  void stop();

  [[nodiscard]] bool running() const { return task_ != nullptr; }
  [[nodiscard]] bool running(StepId step) const { return running() && (!step_ || step_ == step); }
  [[nodiscard]] bool running_everything() const { return running() && !step_; }
  [[nodiscard]] const std::vector<Row>& rows() const { return rows_; }
  [[nodiscard]] std::chrono::milliseconds elapsed() const;

  /// So long that guidance from before the run would mislead.
  [[nodiscard]] bool takes_long() const { return running() && elapsed() > std::chrono::milliseconds{300}; }

  std::function<void()> on_change = [] {};

 private:
  void start(std::optional<StepId> step, Plan plan);
  void abandon();
  void take(CheckTask::Event event);
  Row* row_of(const std::string& check);

  Session& session_;
  std::optional<StepId> step_;
  std::vector<Row> rows_;
  Clock::time_point began_;
  FactsAsOf begun_;
  std::shared_ptr<int> ticket_;  // events of an older run find theirs gone
  std::unique_ptr<CheckTask> task_;
};

/// A finding for a question that has no answer.
Finding finding_for(const Checker::Row& row, Verdict verdict);

}  // namespace onshi::gui
