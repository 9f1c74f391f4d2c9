// SPDX-License-Identifier: GPL-3.0-or-later
// The dates of certificates, which may reach to the year 9999 ("99991231235959Z" is how RFC 5280 §4.1.2.5
// writes "no end"). Pure function, any thread.
#pragma once

#include <chrono>

#include <openssl/asn1.h>

namespace onshi {

/// As far as our clock reaches (japan_time.h); the epoch when it is no date at all.
std::chrono::system_clock::time_point time_of(const ASN1_TIME* time);

}  // namespace onshi
