// SPDX-License-Identifier: GPL-3.0-or-later
#include "wizard/flow/line_recheck.h"

#include <algorithm>

namespace onshi {

void LineRecheck::changed(Time now) {
  if (!first_) first_ = now;
  latest_ = now;
}

bool LineRecheck::stopped() {
  const bool had_come = first_.has_value();
  first_.reset();
  return had_come;
}

/// Twice as long after each run that exceeds those that may follow each other.
std::chrono::milliseconds LineRecheck::quiet() const {
  auto quiet = kQuiet;
  for (int run = kAtOnce; run <= in_a_row_ && quiet < kRarest; ++run) quiet *= 2;
  return std::min(quiet, kRarest);
}

std::optional<LineRecheck::Time> LineRecheck::due() const {
  if (!first_) return std::nullopt;
  return std::min(latest_ + quiet(), *first_ + std::max(kPatience, quiet()));
}

bool LineRecheck::take(Time now, bool running) {
  if (running || !first_ || now < *due()) return false;
  const bool calm = !taken_ || *first_ - *taken_ >= kCalm;
  in_a_row_ = calm ? 1 : in_a_row_ + 1;
  taken_ = now;
  first_.reset();
  return true;
}

}  // namespace onshi
