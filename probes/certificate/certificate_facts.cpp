// SPDX-License-Identifier: GPL-3.0-or-later
#include "probes/certificate/certificate_facts.h"

#include <array>
#include <cctype>

#include <fmt/format.h>
#include <openssl/bn.h>
#include <openssl/evp.h>

#include "probes/certificate/openssl_owned.h"
#include "probes/site/institution_code.h"

namespace onshi {
namespace {

constexpr std::size_t kCodeLength = 10;

std::string fingerprint_of(const X509* certificate) {
  std::array<unsigned char, EVP_MAX_MD_SIZE> digest{};
  unsigned int length = 0;
  if (X509_digest(certificate, EVP_sha256(), digest.data(), &length) != 1) return {};
  std::string text;
  for (unsigned int i = 0; i < length; ++i) text += fmt::format("{:02x}", digest[i]);
  return text;
}

std::string serial_end_of(const X509* certificate) {
  const std::unique_ptr<BIGNUM, decltype(&BN_free)> number(
      ASN1_INTEGER_to_BN(X509_get0_serialNumber(certificate), nullptr), BN_free);
  if (!number) return {};
  char* hexadecimal = BN_bn2hex(number.get());
  std::string text = hexadecimal == nullptr ? "" : hexadecimal;
  OPENSSL_free(hexadecimal);
  return text.size() > 4 ? text.substr(text.size() - 4) : text;
}

std::string key_type_of(const EVP_PKEY* key) {
  const int kind = key == nullptr ? NID_undef : EVP_PKEY_get_base_id(key);
  if (kind == EVP_PKEY_RSA) return "RSA";
  if (kind == EVP_PKEY_EC) return "EC";
  return OBJ_nid2sn(kind);
}

// Ten digits that stand by themselves and have the structure of a code.
std::optional<std::string> code_in(const std::string& text) {
  const auto digit = [&](std::size_t at) {
    return at < text.size() && std::isdigit(static_cast<unsigned char>(text[at])) != 0;
  };
  for (std::size_t begin = 0; begin + kCodeLength <= text.size(); ++begin) {
    if (!digit(begin) || (begin > 0 && digit(begin - 1))) continue;
    std::size_t end = begin;
    while (digit(end)) ++end;
    const std::string token = text.substr(begin, end - begin);
    if (token.size() == kCodeLength && structure_of(token) == CodeStructure::good) return token;
  }
  return std::nullopt;
}

std::string entry_text(const X509_NAME_ENTRY* entry) {
  unsigned char* text = nullptr;
  const int length = ASN1_STRING_to_UTF8(&text, X509_NAME_ENTRY_get_data(entry));
  if (length < 0) return {};
  std::string copy(reinterpret_cast<const char*>(text), static_cast<std::size_t>(length));
  OPENSSL_free(text);
  return copy;
}

void find_code(const X509* certificate, CertificateFacts& facts) {
  const X509_NAME* subject = X509_get_subject_name(certificate);
  for (int i = 0; i < X509_NAME_entry_count(subject); ++i) {
    const X509_NAME_ENTRY* entry = X509_NAME_get_entry(subject, i);
    const auto code = code_in(entry_text(entry));
    if (!code) continue;
    facts.institution_code = *code;
    facts.institution_code_place = OBJ_nid2sn(OBJ_obj2nid(X509_NAME_ENTRY_get_object(entry)));
    return;
  }
}

}  // namespace

std::string issuer_text(X509* certificate) {
  const Owned<BIO> text(BIO_new(BIO_s_mem()));
  X509_NAME_print_ex(text.get(), X509_get_issuer_name(certificate), 0,
                     XN_FLAG_RFC2253 & ~static_cast<unsigned long>(ASN1_STRFLGS_ESC_MSB));
  char* bytes = nullptr;
  const long length = BIO_get_mem_data(text.get(), &bytes);
  return {bytes, static_cast<std::size_t>(length)};
}

std::chrono::system_clock::time_point time_of(const ASN1_TIME* time) {
  const Owned<ASN1_TIME> epoch(ASN1_TIME_set(nullptr, 0));
  int days = 0;
  int seconds = 0;
  if (ASN1_TIME_diff(&days, &seconds, epoch.get(), time) != 1) return {};
  return std::chrono::system_clock::time_point{} + std::chrono::hours{24} * days +
         std::chrono::seconds{seconds};
}

CertificateFacts facts_of_certificate(X509* certificate) {
  CertificateFacts facts;
  const EVP_PKEY* key = X509_get0_pubkey(certificate);
  facts.fingerprint = fingerprint_of(certificate);
  facts.issuer = issuer_text(certificate);
  facts.serial_end = serial_end_of(certificate);
  facts.not_before = time_of(X509_get0_notBefore(certificate));
  facts.not_after = time_of(X509_get0_notAfter(certificate));
  facts.key_type = key_type_of(key);
  facts.key_bits = key == nullptr ? 0 : EVP_PKEY_get_bits(key);
  find_code(certificate, facts);
  return facts;
}

}  // namespace onshi
