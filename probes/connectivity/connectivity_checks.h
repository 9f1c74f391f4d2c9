// SPDX-License-Identifier: GPL-3.0-or-later
// The checks of page 7: the ladder from name to HTTP answer for the hosts of the verification environment,
// and TCP to the line's other services (line.md §11, §14; certificate.md §8). They read the names that
// "line.names" resolved, so a plan that has them needs `line_checks` too. Never a host of 本番環境, never a
// POST. Plain values, any thread.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "probes/check/check.h"
#include "probes/site/client_certificate.h"

namespace onshi {

/// `certificate`: the opened 電子証明書, or null when it could not be opened (the page then says so instead
/// of guessing). `after`: checks of the same plan to wait for before a server is judged; "terminal.clock"
/// hands on a `ClockOffset`.
std::vector<Check> connectivity_checks(const Site& site, const Profile& profile,
                                       const std::shared_ptr<const ClientCertificate>& certificate,
                                       const std::vector<std::string>& after = {});

}  // namespace onshi
