// SPDX-License-Identifier: GPL-3.0-or-later
#include "probes/certificate/opened_evidence.h"

#include <stdexcept>

#include "probes/certificate/certificate_checks.h"

namespace onshi {

const OpenedCertificate& opened_of(const Inquiry& inquiry) {
  const auto* opened = inquiry.evidence.of<OpenedCertificate>(kCertificateOpens);
  if (opened == nullptr) throw std::logic_error("a certificate check runs without the opened certificate");
  return *opened;
}

}  // namespace onshi
