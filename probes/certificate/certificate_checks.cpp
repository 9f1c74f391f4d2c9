// SPDX-License-Identifier: GPL-3.0-or-later
#include "probes/certificate/certificate_checks.h"

#include <utility>

#include "probes/certificate/certificate_browser_check.h"
#include "probes/certificate/certificate_chain_check.h"
#include "probes/certificate/certificate_download_check.h"
#include "probes/certificate/certificate_issuer_check.h"
#include "probes/certificate/certificate_key_check.h"
#include "probes/certificate/certificate_opens_check.h"
#include "probes/certificate/certificate_owner_check.h"
#include "probes/certificate/certificate_validity_check.h"

namespace onshi {

std::vector<Check> certificate_checks(const Site& site, const Profile& profile,
                                      std::shared_ptr<const OpenedCertificate> opened, BrowserWish browser) {
  std::vector<Check> checks{certificate_opens_check(std::move(opened)), certificate_validity_check(),
                            certificate_key_check()};
  if (!profile.certificate_issuers.empty()) checks.push_back(certificate_issuer_check());
  if (!profile.client_roots_pem.empty()) checks.push_back(certificate_chain_check());
  if (site.institution.kind == InstitutionKind::institution_code) checks.push_back(certificate_owner_check());
  checks.push_back(certificate_browser_check(browser));
  if (site.certificate_dates.applied) checks.push_back(certificate_download_check());
  return checks;
}

}  // namespace onshi
