// SPDX-License-Identifier: GPL-3.0-or-later
#include "probes/certificate/certificate_facts.h"

#include <algorithm>
#include <array>

#include <openssl/evp.h>

#include "probes/certificate/openssl_pointers.h"
#include "probes/site/certificate_time.h"
#include "probes/site/subject_code.h"

namespace onshi {
namespace {

std::string hexadecimal(const unsigned char* bytes, std::size_t count) {
  constexpr std::string_view kDigits = "0123456789abcdef";
  std::string text;
  for (std::size_t index = 0; index < count; ++index) {
    text += kDigits[bytes[index] >> 4U];
    text += kDigits[bytes[index] & 15U];
  }
  return text;
}

std::string printed(const X509_NAME* name) {
  const Owned<BIO> text(BIO_new(BIO_s_mem()));
  X509_NAME_print_ex(text.get(), name, 0,
                     XN_FLAG_ONELINE & ~static_cast<unsigned long>(ASN1_STRFLGS_ESC_MSB));
  char* characters = nullptr;
  const long length = BIO_get_mem_data(text.get(), &characters);
  return {characters, static_cast<std::size_t>(std::max(length, 0L))};
}

std::string serial_end_of(const X509& certificate) {
  const ASN1_INTEGER* serial = X509_get0_serialNumber(&certificate);
  const std::string all = hexadecimal(serial->data, static_cast<std::size_t>(std::max(serial->length, 0)));
  return all.substr(all.size() - std::min<std::size_t>(all.size(), 4));
}

std::string type_of(const EVP_PKEY& key) {
  const char* name = EVP_PKEY_get0_type_name(&key);
  return name == nullptr ? "unknown" : name;
}

}  // namespace

std::string certificate_fingerprint(const X509& certificate) {
  std::array<unsigned char, EVP_MAX_MD_SIZE> digest{};
  unsigned length = 0;
  X509_digest(&certificate, EVP_sha256(), digest.data(), &length);
  return hexadecimal(digest.data(), length);
}

CertificateFacts facts_of(const ClientCertificate& client) {
  const X509& certificate = *client.certificate;
  CertificateFacts facts;
  facts.fingerprint = certificate_fingerprint(certificate);
  facts.issuer = printed(X509_get_issuer_name(&certificate));
  facts.serial_end = serial_end_of(certificate);
  facts.not_before = time_of(X509_get0_notBefore(&certificate));
  facts.not_after = time_of(X509_get0_notAfter(&certificate));
  facts.key_type = type_of(*client.key);
  facts.key_bits = EVP_PKEY_get_bits(client.key.get());
  if (auto code = code_in_subject(certificate)) {
    facts.institution_code = code->code;
    facts.institution_code_place = code->place;
  }
  return facts;
}

}  // namespace onshi
