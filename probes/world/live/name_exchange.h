// SPDX-License-Identifier: GPL-3.0-or-later
// One question in one way to one server by c-ares, once: no search list, no hosts file, no retry, no way
// changed silently. Throws nothing; one call a thread.
#pragma once

#include "probes/world/names.h"

namespace onshi {

/// Result `truncated` when the datagram was cut; `format_error` when the server answers only without EDNS,
/// then with the addresses of that answer.
NameAnswer exchange_name(const NameQuestion& question, const Limit& limit);

}  // namespace onshi
