// SPDX-License-Identifier: GPL-3.0-or-later
// The policy by which a browser presents one certificate to the service's hosts without asking. It names the
// issuer and, as far as it has one, the holder, so that of two certificates of one issuer the chosen one is
// taken (certificate.md §5). Pure, any thread.
#pragma once

#include <string>

#include <openssl/x509.h>

#include "probes/site/profile.h"

namespace onshi {

/// The name of our file in a browser's policy folder.
inline constexpr const char* kBrowserPolicyFile = "onshi-setup.json";

/// For every TLS host that the profile lists for an environment, verification and production alike.
std::string browser_policy(const X509& certificate, const Profile& profile);

}  // namespace onshi
