// SPDX-License-Identifier: GPL-3.0-or-later
#include "probes/certificate/pkcs12_file.h"

#include <openssl/asn1t.h>
#include <openssl/evp.h>
#include <openssl/objects.h>

namespace onshi {
namespace {

using What = CertificateFault::What;

const unsigned char* octets(std::string_view bytes) {
  return reinterpret_cast<const unsigned char*>(bytes.data());
}

/// Whether `inside` begins as the inside of a PKCS#12 must: version 3. What is cut before that cannot be
/// told.
bool begins_with_version(std::string_view inside) {
  constexpr std::string_view kVersion = "\x02\x01\x03";
  return inside.substr(0, kVersion.size()) == kVersion.substr(0, inside.size());
}

enum class Header { good, cut, other };

Header header_of(std::string_view bytes) {
  const unsigned char* place = octets(bytes);
  long length = 0;
  int tag = 0;
  int class_of_tag = 0;
  const int flags = ASN1_get_object(&place, &length, &tag, &class_of_tag, static_cast<long>(bytes.size()));
  // The flag 0x80 says "longer than what is here" and is what a cut file gives.
  ERR_clear_error();
  const auto used = static_cast<std::size_t>(place - octets(bytes));
  const bool sequence = bytes.front() == '\x30';
  if (!sequence) return Header::other;
  if (bytes.size() < 4) return Header::cut;
  if (!begins_with_version(bytes.substr(used))) return Header::other;
  return (flags & 0x80) != 0 ? Header::cut : Header::good;
}

bool is_pem_certificate(std::string_view bytes) {
  return bytes.find("-----BEGIN CERTIFICATE-----") != std::string_view::npos &&
         bytes.find("PRIVATE KEY-----") == std::string_view::npos;
}

bool is_certificate(std::string_view bytes) {
  const unsigned char* place = octets(bytes);
  const X509Pointer certificate(d2i_X509(nullptr, &place, static_cast<long>(bytes.size())));
  ERR_clear_error();
  return certificate != nullptr || is_pem_certificate(bytes);
}

std::unexpected<CertificateFault> fault(What what) { return std::unexpected(CertificateFault{what, {}}); }

std::string cipher_name(int nid) {
  const char* name = OBJ_nid2sn(nid);
  return name == nullptr ? "unknown" : name;
}

int cipher_in_pbes2(const X509_ALGOR& algorithm) {
  const Owned<PBE2PARAM> parameters(
      static_cast<PBE2PARAM*>(ASN1_TYPE_unpack_sequence(ASN1_ITEM_rptr(PBE2PARAM), algorithm.parameter)));
  return parameters ? OBJ_obj2nid(parameters->encryption->algorithm) : NID_undef;
}

int cipher_of(const X509_ALGOR& algorithm) {
  const int scheme = OBJ_obj2nid(algorithm.algorithm);
  if (scheme == NID_pbes2) return cipher_in_pbes2(algorithm);
  int cipher = NID_undef;
  EVP_PBE_find(EVP_PBE_TYPE_OUTER, scheme, &cipher, nullptr, nullptr);
  return cipher;
}

}  // namespace

std::expected<Owned<PKCS12>, CertificateFault> pkcs12_from(std::string_view bytes, OSSL_LIB_CTX* context) {
  if (bytes.empty()) return fault(What::empty);
  if (bytes.size() > kLargestCertificateFile) return fault(What::too_large);
  const Header header = header_of(bytes);
  if (header == Header::cut) return fault(What::cut);
  if (header == Header::other) {
    return fault(is_certificate(bytes) ? What::plain_certificate : What::not_pkcs12);
  }
  PKCS12* raw = PKCS12_init_ex(NID_pkcs7_data, context, nullptr);
  const unsigned char* place = octets(bytes);
  if (d2i_PKCS12(&raw, &place, static_cast<long>(bytes.size())) == nullptr) {  // which frees it
    ERR_clear_error();
    return fault(What::not_pkcs12);
  }
  return Owned<PKCS12>(raw);
}

MacAnswer ask_mac(PKCS12& file, const char* password) {
  ERR_clear_error();
  if (PKCS12_mac_present(&file) == 0) return MacAnswer::absent;
  if (PKCS12_verify_mac(&file, password, -1) == 1) return MacAnswer::proved;
  const bool unsupported = queue_has([](unsigned long error) {
    return ERR_GET_REASON(error) == ERR_R_UNSUPPORTED ||
           ERR_GET_REASON(error) == PKCS12_R_UNKNOWN_DIGEST_ALGORITHM;
  });
  if (unsupported) return MacAnswer::unsupported;
  // An empty password is written in two ways: as an empty text, or as none at all.
  const bool absent = *password == '\0' && PKCS12_verify_mac(&file, nullptr, 0) == 1;
  ERR_clear_error();
  return absent ? MacAnswer::proved : MacAnswer::wrong;
}

std::string encryption_of(const PKCS12& file) {
  const Owned<STACK_OF(PKCS7)> parts(PKCS12_unpack_authsafes(&file));
  ERR_clear_error();
  for (int index = 0; parts && index < sk_PKCS7_num(parts.get()); ++index) {
    const PKCS7* part = sk_PKCS7_value(parts.get(), index);
    if (OBJ_obj2nid(part->type) != NID_pkcs7_encrypted || part->d.encrypted == nullptr) continue;
    return cipher_name(cipher_of(*part->d.encrypted->enc_data->algorithm));
  }
  return "none";
}

}  // namespace onshi
