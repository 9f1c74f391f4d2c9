// SPDX-License-Identifier: GPL-3.0-or-later
// Owners for the OpenSSL objects of this room, and its error queue, which belongs to the calling thread.
#pragma once

#include <memory>

#include <openssl/bio.h>
#include <openssl/crypto.h>
#include <openssl/err.h>
#include <openssl/pkcs12.h>
#include <openssl/provider.h>
#include <openssl/x509_vfy.h>

namespace onshi {

struct OpensslRelease {
  void operator()(BIO* bio) const { BIO_free_all(bio); }
  void operator()(PKCS12* file) const { PKCS12_free(file); }
  void operator()(OSSL_LIB_CTX* context) const { OSSL_LIB_CTX_free(context); }
  void operator()(OSSL_PROVIDER* provider) const { OSSL_PROVIDER_unload(provider); }
  void operator()(X509_STORE* store) const { X509_STORE_free(store); }
  void operator()(X509_STORE_CTX* context) const { X509_STORE_CTX_free(context); }
  void operator()(STACK_OF(X509) * certificates) const { sk_X509_pop_free(certificates, X509_free); }
  void operator()(STACK_OF(PKCS7) * parts) const { sk_PKCS7_pop_free(parts, PKCS7_free); }
  void operator()(STACK_OF(PKCS12_SAFEBAG) * bags) const {
    sk_PKCS12_SAFEBAG_pop_free(bags, PKCS12_SAFEBAG_free);
  }
  void operator()(PBEPARAM* parameters) const { PBEPARAM_free(parameters); }
  void operator()(PBE2PARAM* parameters) const { PBE2PARAM_free(parameters); }
  void operator()(PBKDF2PARAM* parameters) const { PBKDF2PARAM_free(parameters); }
  void operator()(SCRYPT_PARAMS* parameters) const { SCRYPT_PARAMS_free(parameters); }
};

template <typename Type>
using Owned = std::unique_ptr<Type, OpensslRelease>;

/// Whether the errors since the last ERR_clear_error hold this reason; empties the queue.
template <typename Wanted>
bool queue_has(Wanted&& wanted) {
  bool found = false;
  while (unsigned long error = ERR_get_error()) found = found || wanted(error);
  return found;
}

}  // namespace onshi
