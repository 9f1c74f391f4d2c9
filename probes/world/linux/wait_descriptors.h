// SPDX-License-Identifier: GPL-3.0-or-later
// Waiting for descriptors inside a Limit: a stop request wakes the wait at once. Any thread.
#pragma once

#include <span>

#include <poll.h>

#include "probes/world/limit.h"

namespace onshi {

/// Fills `revents`; false when the limit was over before anything was ready.
bool wait_descriptors(std::span<pollfd> wanted, const Limit& limit);

}  // namespace onshi
