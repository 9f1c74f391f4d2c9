// SPDX-License-Identifier: GPL-3.0-or-later
// One HEAD or GET and what the other side said: status, three headers, and as much of the body as is needed
// to recognise why a client certificate was not taken. No cookie, no redirect, no body is ever sent. One call
// a thread.
#pragma once

#include "probes/world/limit.h"
#include "probes/world/network.h"

namespace onshi {

/// `link`: by which to leave; empty for the system's own way.
HttpAnswer exchange_http(const HttpRequest& request, const std::string& link, const Limit& limit);

}  // namespace onshi
