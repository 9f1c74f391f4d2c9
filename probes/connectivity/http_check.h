// SPDX-License-Identifier: GPL-3.0-or-later
// What the service answered to the one request that the certificate check made (line.md §13, certificate.md
// §8 T12). A missing page ("/" of an API) is a good answer: the service spoke. Sends nothing. Runs on a check
// thread.
#pragma once

#include <string>
#include <string_view>

#include "probes/connectivity/ladder_host.h"

namespace onshi {

/// Whether a Location header stays on `host`; a path without a host does.
bool stays_on(std::string_view location, std::string_view host);

Check http_check(const LadderHost& host);

}  // namespace onshi
