// SPDX-License-Identifier: GPL-3.0-or-later
// Does the service accept this terminal's 電子証明書? One GET of "/" with it, judged by acceptance.h. Hands
// on the `HttpAnswer`, so that the HTTP check needs no request of its own. Runs on a check thread.
#pragma once

#include <memory>

#include "probes/connectivity/ladder_host.h"

namespace onshi {

/// `certificate` may be null: then the answer is that none was at hand. `after`: as for the TLS check.
Check certificate_check(const LadderHost& host, const std::shared_ptr<const ClientCertificate>& certificate,
                        std::vector<std::string> after);

}  // namespace onshi
