// SPDX-License-Identifier: GPL-3.0-or-later
// Owners for OpenSSL's objects of this room. Values, each used by one thread at a time.
#pragma once

#include <memory>

#include <openssl/bio.h>
#include <openssl/pkcs12.h>
#include <openssl/provider.h>
#include <openssl/x509.h>

namespace onshi {

struct OpensslOwned {
  void operator()(PKCS12* file) const { PKCS12_free(file); }
  void operator()(OSSL_LIB_CTX* context) const { OSSL_LIB_CTX_free(context); }
  void operator()(OSSL_PROVIDER* provider) const { OSSL_PROVIDER_unload(provider); }
  void operator()(STACK_OF(X509) * certificates) const { sk_X509_pop_free(certificates, X509_free); }
  void operator()(STACK_OF(PKCS7) * safes) const { sk_PKCS7_pop_free(safes, PKCS7_free); }
  void operator()(PBE2PARAM* parameters) const { PBE2PARAM_free(parameters); }
  void operator()(BIO* bio) const { BIO_free_all(bio); }
  void operator()(X509_STORE* store) const { X509_STORE_free(store); }
  void operator()(X509_STORE_CTX* context) const { X509_STORE_CTX_free(context); }
  void operator()(ASN1_TIME* time) const { ASN1_TIME_free(time); }
};

template <typename T>
using Owned = std::unique_ptr<T, OpensslOwned>;

}  // namespace onshi
