// SPDX-License-Identifier: GPL-3.0-or-later
#include "probes/connectivity/local_certificate.h"

#include <algorithm>
#include <memory>

#include <openssl/bio.h>
#include <openssl/err.h>
#include <openssl/pem.h>
#include <openssl/x509_vfy.h>

#include "probes/site/certificate_time.h"

namespace onshi {
namespace {

struct Free {
  void operator()(BIO* bio) const { BIO_free(bio); }
  void operator()(X509_STORE* store) const { X509_STORE_free(store); }
  void operator()(X509_STORE_CTX* context) const { X509_STORE_CTX_free(context); }
  void operator()(STACK_OF(X509) * stack) const { sk_X509_free(stack); }
};
template <typename T>
using Owned = std::unique_ptr<T, Free>;

using std::chrono::system_clock;

std::string text_of(const X509_NAME* name) {
  Owned<BIO> bio(BIO_new(BIO_s_mem()));
  X509_NAME_print_ex(bio.get(), name, 0, XN_FLAG_RFC2253 & ~ASN1_STRFLGS_ESC_MSB);
  char* text = nullptr;
  auto length = BIO_get_mem_data(bio.get(), &text);
  return {text, static_cast<std::size_t>(length)};
}

Owned<X509_STORE> store_of(const std::string& pem) {
  Owned<X509_STORE> store(X509_STORE_new());
  Owned<BIO> bio(BIO_new_mem_buf(pem.data(), static_cast<int>(pem.size())));
  while (X509Pointer root{PEM_read_bio_X509(bio.get(), nullptr, nullptr, nullptr)}) {
    X509_STORE_add_cert(store.get(), root.get());
  }
  ERR_clear_error();  // the end of the text is no error
  return store;
}

/// Whether the certificate leads to one of `roots_pem` by its signatures; dates are judged apart.
bool leads_to(const ClientCertificate& certificate, const std::string& roots_pem) {
  auto store = store_of(roots_pem);
  Owned<STACK_OF(X509)> chain(sk_X509_new_null());
  for (const X509Pointer& link : certificate.chain) sk_X509_push(chain.get(), link.get());
  Owned<X509_STORE_CTX> context(X509_STORE_CTX_new());
  X509_STORE_CTX_init(context.get(), store.get(), certificate.certificate.get(), chain.get());
  X509_STORE_CTX_set_flags(context.get(), X509_V_FLAG_NO_CHECK_TIME | X509_V_FLAG_PARTIAL_CHAIN);
  bool leads = X509_verify_cert(context.get()) == 1;
  ERR_clear_error();
  return leads;
}

/// The profile's roots decide when it has some, else the words that the issuer's name must hold.
std::optional<bool> issuer_fits(const ClientCertificate& certificate, const std::string& issuer,
                                const Profile& profile) {
  if (!profile.client_roots_pem.empty()) return leads_to(certificate, profile.client_roots_pem);
  if (profile.certificate_issuers.empty()) return std::nullopt;
  return std::ranges::any_of(profile.certificate_issuers, [&](const std::string& words) {
    return issuer.find(words) != std::string::npos;
  });
}

}  // namespace

LocalCertificate look_at(const ClientCertificate& certificate, const Profile& profile,
                         system_clock::time_point now) {
  LocalCertificate local;
  local.issuer = text_of(X509_get_issuer_name(certificate.certificate.get()));
  local.not_before = time_of(X509_get0_notBefore(certificate.certificate.get()));
  local.not_after = time_of(X509_get0_notAfter(certificate.certificate.get()));
  local.expired = now > local.not_after;
  local.not_yet_valid = now < local.not_before;
  local.issuer_fits = issuer_fits(certificate, local.issuer, profile);
  return local;
}

}  // namespace onshi
