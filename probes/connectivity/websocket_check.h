// SPDX-License-Identifier: GPL-3.0-or-later
// Whether the card reader's gateway becomes a WebSocket: eligibility is plain HTTPS, the reader is not, and
// what lies between may pass the one and break the other (line.md §10, §13). Asked only where the profile
// knows the path; the connection is hung up as soon as it was granted, and nothing is sent over it (§14.3).
// Any thread.
#pragma once

#include "probes/connectivity/ladder_host.h"

namespace onshi {

Check websocket_check(const LadderHost& host, const std::shared_ptr<const ClientCertificate>& certificate,
                      std::vector<std::string> after);

}  // namespace onshi
