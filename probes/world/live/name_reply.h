// SPDX-License-Identifier: GPL-3.0-or-later
// What a DNS answer's bytes say. Pure functions over bytes of a stranger, any thread.
#pragma once

#include <cstdint>
#include <span>

#include "probes/world/names.h"

namespace onshi {

/// Fills result, addresses, ttl and bytes; `truncated` when the sender cut the answer.
NameAnswer read_name_reply(std::span<const std::uint8_t> reply, NameQuestion::Type type);

}  // namespace onshi
