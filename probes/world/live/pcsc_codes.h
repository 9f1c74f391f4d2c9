// SPDX-License-Identifier: GPL-3.0-or-later
// PC/SC codes and reader states by value (reader.md §4), the same on every system, and what they mean to us.
// Pure functions, any thread.
#pragma once

#include <cstdint>

#include "probes/world/cards.h"

namespace onshi::pcsc {

constexpr std::uint32_t success = 0;
constexpr std::uint32_t cancelled = 0x80100002;
constexpr std::uint32_t invalid_handle = 0x80100003;
constexpr std::uint32_t unknown_reader = 0x80100009;
constexpr std::uint32_t timeout = 0x8010000A;
constexpr std::uint32_t sharing_violation = 0x8010000B;
constexpr std::uint32_t no_smartcard = 0x8010000C;
constexpr std::uint32_t comm_error = 0x80100013;
constexpr std::uint32_t not_transacted = 0x80100016;
constexpr std::uint32_t reader_unavailable = 0x80100017;
constexpr std::uint32_t no_service = 0x8010001D;
constexpr std::uint32_t service_stopped = 0x8010001E;
constexpr std::uint32_t no_readers_available = 0x8010002E;
constexpr std::uint32_t comm_data_lost = 0x8010002F;
constexpr std::uint32_t unresponsive_card = 0x80100066;
constexpr std::uint32_t unpowered_card = 0x80100067;
constexpr std::uint32_t reset_card = 0x80100068;
constexpr std::uint32_t removed_card = 0x80100069;
constexpr std::uint32_t security_violation = 0x8010006A;

constexpr std::uint32_t state_changed = 0x0002;
constexpr std::uint32_t state_present = 0x0020;
constexpr std::uint32_t state_exclusive = 0x0080;
constexpr std::uint32_t state_in_use = 0x0100;
constexpr std::uint32_t state_mute = 0x0200;
constexpr std::uint32_t state_bits = 0xFFFF;  // above them a counter

/// Our context has died with its service; another one may live.
bool context_died(std::uint32_t code);

/// What a wait for events normally ends with; anything else is trouble.
bool ends_a_wait(std::uint32_t code);

CardTrouble trouble_of(std::uint32_t code);

}  // namespace onshi::pcsc
