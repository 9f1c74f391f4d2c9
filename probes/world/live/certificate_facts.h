// SPDX-License-Identifier: GPL-3.0-or-later
// A server's certificate as plain facts. Pure functions over OpenSSL objects of the caller, any thread.
#pragma once

#include <string>

#include <openssl/x509.h>

#include "probes/world/network.h"

namespace onshi {

ServerCertificate certificate_facts(const X509* certificate);

/// One line, UTF-8: "CN = portal.verification.example, O = ...".
std::string name_text(const X509_NAME* name);

}  // namespace onshi
