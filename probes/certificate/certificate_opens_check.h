// SPDX-License-Identifier: GPL-3.0-or-later
// Whether a certificate was chosen, its password is in hand, and the file opens with it (certificate.md
// §6.1). Hands on the `OpenedCertificate` to the other questions. Budget: key derivation may take a while on
// a slow terminal. Any thread.
#pragma once

#include <memory>

#include "probes/certificate/open_certificate.h"
#include "probes/check/check.h"

namespace onshi {

/// `opened`: null, or what the file opened as before (certificate_checks.h).
Check certificate_opens_check(std::shared_ptr<const OpenedCertificate> opened);

}  // namespace onshi
