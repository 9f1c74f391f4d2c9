// SPDX-License-Identifier: GPL-3.0-or-later
// What "certificate.opens" found, for the checks that need it, and the facts that several of them show. Any
// thread.
#pragma once

#include "probes/certificate/open_certificate.h"
#include "probes/check/check.h"

namespace onshi {

/// Throws std::logic_error when the check does not need "certificate.opens", which is a bug.
const OpenedCertificate& opened_of(const Inquiry& inquiry);

}  // namespace onshi
