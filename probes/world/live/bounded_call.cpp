// SPDX-License-Identifier: GPL-3.0-or-later
#include "probes/world/live/bounded_call.h"

#include <atomic>

#include "probes/world/world.h"

namespace onshi {
namespace {

std::atomic<int>& counter() {
  static std::atomic<int> count{0};
  return count;
}

}  // namespace

void note_abandoned_call(int change) { counter() += change; }

int abandoned_calls() { return counter(); }

}  // namespace onshi
