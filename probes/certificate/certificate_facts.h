// SPDX-License-Identifier: GPL-3.0-or-later
// What a certificate says about itself, as plain facts (certificate.md §9). Where the 医療機関等コード stands
// in the subject is 未確認, so it is looked for and the place is told. Pure, any thread.
#pragma once

#include <optional>
#include <string>

#include "probes/certificate/open_certificate.h"

namespace onshi {

/// All but `encryption`, `legacy` and `password_proved`, which belong to the file.
CertificateFacts facts_of_certificate(X509* certificate);

std::string issuer_text(X509* certificate);  // one line, RFC 2253, UTF-8
std::chrono::system_clock::time_point time_of(const ASN1_TIME* time);

}  // namespace onshi
