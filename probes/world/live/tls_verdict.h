// SPDX-License-Identifier: GPL-3.0-or-later
// Puts together what a transfer and its watch saw into one TLS answer. Pure, any thread.
#pragma once

#include "probes/world/live/tls_watch.h"
#include "probes/world/live/transfer.h"

namespace onshi {

/// Whether an alert after the handshake counts: not when only the handshake was asked for or an answer came
/// all the same.
enum class LateAlert { counts, ignored };

TlsAnswer tls_answer(const Transfer& transfer, Transfer::End end, const TlsWatch& watch, LateAlert late);

/// libcurl's words without its frame: "unsupported protocol" of "OpenSSL/3.0: error:...:SSL
/// routines::unsupported protocol".
std::string short_reason(const std::string& error);

}  // namespace onshi
