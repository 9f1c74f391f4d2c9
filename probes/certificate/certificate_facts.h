// SPDX-License-Identifier: GPL-3.0-or-later
// What a certificate says about itself, as far as it may be shown: never its subject, of the serial number
// only the end (certificate.md §9). Any thread.
#pragma once

#include "probes/certificate/open_certificate.h"

namespace onshi {

/// SHA-256, hexadecimal lower case.
std::string certificate_fingerprint(const X509& certificate);

/// Everything but how the file was encrypted.
CertificateFacts facts_of(const ClientCertificate& client);

}  // namespace onshi
