// SPDX-License-Identifier: GPL-3.0-or-later
// Puts together what a transfer and its watch saw into one TLS answer. Pure, any thread.
#pragma once

#include "probes/world/live/tls_watch.h"
#include "probes/world/live/transfer.h"

namespace onshi {

TlsAnswer tls_answer(const Transfer& transfer, Transfer::End end, const TlsWatch& watch);

/// libcurl's words without its frame: "unsupported protocol" of "OpenSSL/3.0: error:...:SSL
/// routines::unsupported protocol".
std::string short_reason(const std::string& error);

}  // namespace onshi
