// SPDX-License-Identifier: GPL-3.0-or-later
// Waiting for descriptors inside a Limit: a stop request wakes the wait at once. Any thread.
#pragma once

#include <span>

#include <poll.h>

#include "probes/world/limit.h"

namespace onshi {

/// Fills `revents`; false when the limit is over, also when more is ready: who is sent data without end must
/// not read without end.
bool wait_descriptors(std::span<pollfd> wanted, const Limit& limit);

}  // namespace onshi
