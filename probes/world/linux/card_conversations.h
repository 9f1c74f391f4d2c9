// SPDX-License-Identifier: GPL-3.0-or-later
// Which programs talk with the card service: the kernel tells the sockets at the other end of the service's
// own, /proc whose they are. An ordinary user sees the processes of their own alone. Free functions; any
// thread.
#pragma once

#include <cstdint>
#include <filesystem>
#include <set>
#include <string_view>

#include "probes/world/machine.h"

namespace onshi {

using SocketNumbers = std::set<std::uint32_t>;

/// The far ends of the conversations of whoever listens at `place`, in a dump of sock_diag.
SocketNumbers far_ends(std::string_view dump, std::string_view place);

/// Whose those sockets are; `self` has a part in some of them and is left out. `proc` is /proc except in
/// tests.
CardPrograms owners_of(const SocketNumbers& sockets, const std::filesystem::path& proc, std::int64_t self);

/// Of the running system.
Seen<CardPrograms> card_conversations();

}  // namespace onshi
