// SPDX-License-Identifier: GPL-3.0-or-later
// One question in one way to one server by c-ares, once: no search list, no hosts file, no retry, no way
// changed but that one. Throws nothing; one call a thread.
#pragma once

#include "probes/world/live/link_choice.h"
#include "probes/world/names.h"

namespace onshi {

/// Result `truncated` when the datagram was cut. c-ares itself asks once more without EDNS when a server
/// cannot bear it: then that answer comes, with `error` "EDNS". `format_error` when the server bears neither,
/// or complains with EDNS of its own.
/// Asked on the link that `choice` names for the server; the system's servers together only where all of them
/// lie on the same.
NameAnswer exchange_name(const NameQuestion& question, const Limit& limit, const LinkChoice& choice = {});

}  // namespace onshi
