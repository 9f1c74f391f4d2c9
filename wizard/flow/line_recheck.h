// SPDX-License-Identifier: GPL-3.0-or-later
// When to check again because the line changed: once it has been quiet for a moment, never while a run is
// under way, and less and less often for a line that does not come to rest. Knows no clock; owned by the
// window, its thread.
#pragma once

#include <chrono>
#include <optional>

namespace onshi {

class LineRecheck {
 public:
  using Time = std::chrono::steady_clock::time_point;

  static constexpr std::chrono::milliseconds kQuiet{1000};     // so long nothing more may come
  static constexpr std::chrono::milliseconds kPatience{5000};  // with what never comes to rest
  static constexpr std::chrono::milliseconds kRarest{60000};
  static constexpr std::chrono::milliseconds kCalm{20000};  // after so long it is a restless line no longer
  static constexpr int kAtOnce = 8;  // runs that may follow each other before it is one

  void changed(Time now);
  /// A person stopped the run: it is not begun again for what came before. False when nothing had come.
  bool stopped();
  /// When to ask `take` again; empty when nothing is to be checked.
  [[nodiscard]] std::optional<Time> due() const;
  /// True once for each burst of changes: check now.
  bool take(Time now, bool running);

 private:
  [[nodiscard]] std::chrono::milliseconds quiet() const;

  std::optional<Time> first_;  // of the changes that no run has seen
  Time latest_;
  std::optional<Time> taken_;
  int in_a_row_ = 0;
};

}  // namespace onshi
