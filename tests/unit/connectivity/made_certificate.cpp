// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/unit/connectivity/made_certificate.h"

#include <openssl/bio.h>
#include <openssl/pem.h>
#include <openssl/x509v3.h>

namespace onshi::test {
namespace {

void set_name(X509_NAME* name, const std::string& text) {
  const auto* bytes = reinterpret_cast<const unsigned char*>(text.data());
  X509_NAME_add_entry_by_txt(name, "CN", MBSTRING_UTF8, bytes, static_cast<int>(text.size()), -1, 0);
}

void set_time(ASN1_TIME* time, std::chrono::sys_days day) {
  ASN1_TIME_set(time, std::chrono::system_clock::to_time_t(day));
}

X509Pointer blank(EVP_PKEY* key, const Period& period, const std::string& name) {
  X509Pointer certificate(X509_new());
  X509_set_version(certificate.get(), 2);
  ASN1_INTEGER_set(X509_get_serialNumber(certificate.get()), 7);
  set_time(X509_getm_notBefore(certificate.get()), period.from);
  set_time(X509_getm_notAfter(certificate.get()), period.until);
  set_name(X509_get_subject_name(certificate.get()), name);
  X509_set_pubkey(certificate.get(), key);
  return certificate;
}

void add_basic_constraints(X509* certificate, const char* value) {
  std::unique_ptr<X509_EXTENSION, decltype(&X509_EXTENSION_free)> extension(
      X509V3_EXT_conf_nid(nullptr, nullptr, NID_basic_constraints, value), &X509_EXTENSION_free);
  X509_add_ext(certificate, extension.get(), -1);
}

}  // namespace

std::string Authority::pem() const {
  std::unique_ptr<BIO, decltype(&BIO_free)> bio(BIO_new(BIO_s_mem()), &BIO_free);
  PEM_write_bio_X509(bio.get(), certificate.get());
  char* text = nullptr;
  auto length = BIO_get_mem_data(bio.get(), &text);
  return {text, static_cast<std::size_t>(length)};
}

Authority make_authority(const std::string& name) {
  KeyPointer key(EVP_EC_gen("P-256"));
  X509Pointer certificate = blank(key.get(), kValid, name);
  X509_set_issuer_name(certificate.get(), X509_get_subject_name(certificate.get()));
  add_basic_constraints(certificate.get(), "critical,CA:TRUE");
  X509_sign(certificate.get(), key.get(), EVP_sha256());
  return {std::move(certificate), std::move(key)};
}

std::shared_ptr<const ClientCertificate> make_client(const Authority& issuer, const Period& period) {
  auto made = std::make_shared<ClientCertificate>();
  made->key.reset(EVP_EC_gen("P-256"));
  made->certificate = blank(made->key.get(), period, "practice terminal");
  X509_set_issuer_name(made->certificate.get(), X509_get_subject_name(issuer.certificate.get()));
  X509_sign(made->certificate.get(), issuer.key.get(), EVP_sha256());
  return made;
}

}  // namespace onshi::test
