// SPDX-License-Identifier: GPL-3.0-or-later
// Who calls for an address on which link, told from the kernel's table of packet sockets: a DHCP client
// without an address, and PPPoE's discovery, can speak in no other way. Who listens for everything may be
// dhclient, a dialler or somebody watching, and counts as neither. Pure function over the table's text, any
// thread.
#pragma once

#include <functional>
#include <string>
#include <string_view>

#include "probes/world/links.h"

namespace onshi {

/// `table` as in /proc/net/packet; `name_of` gives the name of a link by its index, or nothing.
AddressCalls calls_in(std::string_view table, const std::function<std::string(unsigned)>& name_of);

}  // namespace onshi
