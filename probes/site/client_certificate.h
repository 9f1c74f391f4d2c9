// SPDX-License-Identifier: GPL-3.0-or-later
// The terminal's 電子証明書 with its key, opened and in memory only: what the certificate room makes from a
// PKCS#12 and what the network presents in TLS. Immutable once made, shared by pointer, wiped by OpenSSL when
// the last owner goes.
#pragma once

#include <memory>
#include <vector>

#include <openssl/evp.h>
#include <openssl/x509.h>

namespace onshi {

struct OpensslFree {
  void operator()(X509* certificate) const { X509_free(certificate); }
  void operator()(EVP_PKEY* key) const { EVP_PKEY_free(key); }
};
using X509Pointer = std::unique_ptr<X509, OpensslFree>;
using KeyPointer = std::unique_ptr<EVP_PKEY, OpensslFree>;

struct ClientCertificate {
  X509Pointer certificate;
  KeyPointer key;
  std::vector<X509Pointer> chain;  // what else the file held, in the file's order
};

}  // namespace onshi
