// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/unit/world/test_pki.h"

#include <stdexcept>

#include <openssl/bio.h>
#include <openssl/ec.h>
#include <openssl/pem.h>
#include <openssl/x509v3.h>

namespace onshi::test {
namespace {

void must(bool good) {
  if (!good) throw std::runtime_error("OpenSSL");
}

void add_extension(X509* certificate, X509* issuer, int nid, const std::string& value) {
  X509V3_CTX context;
  X509V3_set_ctx_nodb(&context);
  X509V3_set_ctx(&context, issuer, certificate, nullptr, nullptr, 0);
  X509_EXTENSION* extension = X509V3_EXT_conf_nid(nullptr, &context, nid, value.c_str());
  must(extension != nullptr && X509_add_ext(certificate, extension, -1) == 1);
  X509_EXTENSION_free(extension);
}

void set_name(X509* certificate, const std::string& subject) {
  const auto* text = reinterpret_cast<const unsigned char*>(subject.c_str());
  must(X509_NAME_add_entry_by_txt(X509_get_subject_name(certificate), "CN", MBSTRING_UTF8, text, -1, -1, 0) ==
       1);
}

}  // namespace

Identity make_identity(const CertificateWish& wish, const Identity* issuer) {
  static long serial = 1000;
  Identity made{X509Pointer(X509_new()), KeyPointer(EVP_EC_gen("P-256"))};
  X509* certificate = made.certificate.get();
  X509* signer = issuer != nullptr ? issuer->certificate.get() : certificate;
  must(made.key != nullptr && X509_set_version(certificate, 2) == 1);
  must(ASN1_INTEGER_set(X509_get_serialNumber(certificate), ++serial) == 1);
  X509_gmtime_adj(X509_getm_notBefore(certificate), wish.begins);
  X509_gmtime_adj(X509_getm_notAfter(certificate), wish.ends);
  set_name(certificate, wish.subject);
  must(X509_set_issuer_name(certificate, X509_get_subject_name(signer)) == 1);
  must(X509_set_pubkey(certificate, made.key.get()) == 1);
  add_extension(certificate, signer, NID_basic_constraints, wish.authority ? "critical,CA:TRUE" : "CA:FALSE");
  if (!wish.name.empty()) add_extension(certificate, signer, NID_subject_alt_name, "DNS:" + wish.name);
  EVP_PKEY* key = issuer != nullptr ? issuer->key.get() : made.key.get();
  must(X509_sign(certificate, key, EVP_sha256()) > 0);
  return made;
}

std::string pem_of(const Identity& identity) {
  std::unique_ptr<BIO, decltype(&BIO_free)> out(BIO_new(BIO_s_mem()), &BIO_free);
  must(PEM_write_bio_X509(out.get(), identity.certificate.get()) == 1);
  char* text = nullptr;
  long length = BIO_get_mem_data(out.get(), &text);
  return {text, static_cast<std::size_t>(length)};
}

std::shared_ptr<const ClientCertificate> as_client(Identity identity) {
  auto client = std::make_shared<ClientCertificate>();
  client->certificate = std::move(identity.certificate);
  client->key = std::move(identity.key);
  return client;
}

}  // namespace onshi::test
