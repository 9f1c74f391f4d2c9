// SPDX-License-Identifier: GPL-3.0-or-later
#include "probes/certificate/certificate_checks.h"

#include "probes/certificate/chain_check.h"
#include "probes/certificate/issuer_check.h"
#include "probes/certificate/key_check.h"
#include "probes/certificate/opens_check.h"
#include "probes/certificate/owner_check.h"
#include "probes/certificate/validity_check.h"

namespace onshi {

std::vector<Check> certificate_checks(const Site& /*site*/, const Profile& profile) {
  std::vector<Check> checks{certificate_opens_check(), certificate_validity_check(), certificate_key_check(),
                            certificate_issuer_check()};
  if (!profile.client_roots_pem.empty()) checks.push_back(certificate_chain_check());
  checks.push_back(certificate_owner_check());
  return checks;
}

}  // namespace onshi
