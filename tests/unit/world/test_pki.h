// SPDX-License-Identifier: GPL-3.0-or-later
// Invented authorities and certificates, made in memory in a millisecond each (elliptic curves). Nothing
// touches a disk.
#pragma once

#include <memory>
#include <string>

#include "probes/site/client_certificate.h"

namespace onshi::test {

struct Identity {
  X509Pointer certificate;
  KeyPointer key;
};

struct CertificateWish {
  std::string subject;
  std::string name{};  // subject alternative name; empty for none
  bool authority = false;
  long begins = -3600;  // seconds from now
  long ends = 86400;
};

/// Signed by `issuer`, or by itself when that is null.
Identity make_identity(const CertificateWish& wish, const Identity* issuer);

std::string pem_of(const Identity& identity);

/// As the certificate room would hand it over.
std::shared_ptr<const ClientCertificate> as_client(Identity identity);

}  // namespace onshi::test
