// SPDX-License-Identifier: GPL-3.0-or-later
// The 48 bytes of an SNTP question and what the answer says about our clock (RFC 4330 §5). The question
// carries a random mark instead of our time, so that it identifies nobody. Pure functions, any thread.
#pragma once

#include <array>
#include <chrono>
#include <cstdint>
#include <expected>
#include <span>
#include <string_view>

namespace onshi {

using SntpPacket = std::array<std::uint8_t, 48>;
using WallTime = std::chrono::system_clock::time_point;

SntpPacket sntp_question(std::uint64_t mark);

/// Why an answer is not believed; the words go into facts.
enum class SntpFault { too_short, wrong_mark, not_a_server, server_not_synchronised, no_time };
std::string_view name_of(SntpFault fault);

/// Server's clock minus ours: positive when ours is behind.
std::expected<std::chrono::milliseconds, SntpFault> sntp_offset(std::span<const std::uint8_t> answer,
                                                                std::uint64_t mark, WallTime sent,
                                                                WallTime received);

}  // namespace onshi
