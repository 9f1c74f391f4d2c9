// SPDX-License-Identifier: GPL-3.0-or-later
// A helper process gives up, before it touches hostile bytes, everything that it does not need: network,
// programs, files other than a few read-only folders, memory and time. Called once, early, on the only
// thread; it cannot be undone. Each system has its own way to do it (linux/ here); whoever is not confined
// must not go on.
#pragma once

#include <chrono>
#include <cstddef>
#include <string>
#include <vector>

namespace onshi {

struct Confinement {
  std::vector<std::string> readable;  // folders; whatever lies elsewhere cannot be opened
  std::size_t memory_bytes = std::size_t{512} << 20;
  std::chrono::seconds processor_time{5};
};

/// False when any part of it could not be put in place, except that a system without a file fence opens no
/// file at all.
[[nodiscard]] bool confine_self(const Confinement& confinement);

}  // namespace onshi
