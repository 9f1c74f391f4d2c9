// SPDX-License-Identifier: GPL-3.0-or-later
// A certificate revocation list and what it says of one certificate. Whose list it is, whether it is genuine
// and whether it is still of use come before whether the certificate stands in it. Pure, any thread.
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "probes/site/client_certificate.h"

namespace onshi {

enum class CrlVerdict {
  not_revoked,
  revoked,
  unusable,     // no list, or a damaged one
  not_genuine,  // of another issuer, or signed by somebody else
  outdated      // its next issue is overdue; what it does not name may be revoked since
};

struct CrlReading {
  CrlVerdict verdict = CrlVerdict::unusable;
  std::optional<std::chrono::system_clock::time_point> issued{};
  std::optional<std::chrono::system_clock::time_point> next{};
};

/// `bytes` are DER or PEM. The issuer's certificate is looked for in the client's chain and in `roots_pem`.
CrlReading read_crl(std::string_view bytes, const ClientCertificate& client, const std::string& roots_pem,
                    std::chrono::system_clock::time_point now);

/// Where the certificate says that its list lies: plain http addresses, in its order.
std::vector<std::string> crl_addresses(const X509& certificate);

}  // namespace onshi
