// SPDX-License-Identifier: GPL-3.0-or-later
// One piece of work on a thread of its own, for what could take longer than 0.1 s. Its result comes back to
// the window's thread as an event that dies with the owner of this object; a stop request is answered at
// once, because a result that nobody waits for any more is dropped. Owned and used by the window's thread.
#pragma once

#include <chrono>
#include <functional>
#include <memory>
#include <stop_token>
#include <thread>

namespace onshi::gui {

/// Runs `event` on the window's thread, soon. From any thread, also when the window is closing: then it is
/// dropped.
void to_window(const std::function<void()>& event);
/// The last event has been handled: from now on all are dropped. Before the toolkit is taken down.
void shut_window();

/// Threads that are still at work; a program with any leaves without waiting for them.
int background_at_work();

class Background {
 public:
  Background() = default;
  Background(const Background&) = delete;
  Background& operator=(const Background&) = delete;
  ~Background() { cancel(); }

  /// Runs `work` elsewhere, then `then` here; work that was still running is cancelled first.
  template <typename Result>
  void run(std::function<Result(std::stop_token)> work, std::function<void(Result)> then) {
    cancel();
    ticket_ = std::make_shared<std::stop_source>();
    began_ = std::chrono::steady_clock::now();
    std::weak_ptr<std::stop_source> ticket = ticket_;
    start([this, ticket, stop = ticket_->get_token(), work = std::move(work), then = std::move(then)] {
      auto result = std::make_shared<Result>(work(stop));
      to_window([this, ticket, result, then] {
        if (ticket.expired()) return;
        ticket_.reset();
        then(std::move(*result));
      });
    });
  }

  void cancel();
  [[nodiscard]] bool busy() const { return ticket_ != nullptr; }
  [[nodiscard]] std::chrono::milliseconds elapsed() const;

 private:
  static void start(std::function<void()> body);

  std::shared_ptr<std::stop_source> ticket_;  // held only by us: gone means that nobody waits
  std::chrono::steady_clock::time_point began_;
};

}  // namespace onshi::gui
