// SPDX-License-Identifier: GPL-3.0-or-later
#include "probes/certificate/derivation_cost.h"

#include <algorithm>
#include <limits>

#include <openssl/asn1t.h>
#include <openssl/evp.h>
#include <openssl/objects.h>

namespace onshi {
namespace {

// So large that no sum or product of it is bearable, so small that a few of them still fit.
constexpr std::uint64_t kTooMany = std::numeric_limits<std::uint32_t>::max();

std::uint64_t number_of(const ASN1_INTEGER* integer) {
  std::uint64_t number = 0;
  if (integer == nullptr) return 1;
  if (ASN1_INTEGER_get_uint64(&number, integer) != 1) return kTooMany;  // negative, or of hundreds of digits
  return std::min(number, kTooMany);
}

std::uint64_t product(std::uint64_t one, std::uint64_t other) { return std::min(one * other, kTooMany); }

template <typename Sequence>
Owned<Sequence> unpacked(const X509_ALGOR& algorithm, const ASN1_ITEM* item) {
  Owned<Sequence> parameters(static_cast<Sequence*>(ASN1_TYPE_unpack_sequence(item, algorithm.parameter)));
  ERR_clear_error();
  return parameters;
}

std::uint64_t turns_of_pbkdf2(const X509_ALGOR& algorithm) {
  const auto parameters = unpacked<PBKDF2PARAM>(algorithm, ASN1_ITEM_rptr(PBKDF2PARAM));
  return parameters ? number_of(parameters->iter) : 0;
}

std::uint64_t turns_of_scrypt(const X509_ALGOR& algorithm) {
  const auto parameters = unpacked<SCRYPT_PARAMS>(algorithm, ASN1_ITEM_rptr(SCRYPT_PARAMS));
  if (!parameters) return 0;
  const std::uint64_t block = product(number_of(parameters->costParameter), number_of(parameters->blockSize));
  return product(block, number_of(parameters->parallelizationParameter));
}

std::uint64_t turns_of_pbes2(const X509_ALGOR& algorithm) {
  const auto parameters = unpacked<PBE2PARAM>(algorithm, ASN1_ITEM_rptr(PBE2PARAM));
  if (!parameters) return 0;
  const X509_ALGOR& derivation = *parameters->keyfunc;
  return OBJ_obj2nid(derivation.algorithm) == NID_id_scrypt ? turns_of_scrypt(derivation)
                                                            : turns_of_pbkdf2(derivation);
}

/// What is encrypted in this part, or null.
const X509_ALGOR* encryption_of(const PKCS7& part) {
  if (OBJ_obj2nid(part.type) != NID_pkcs7_encrypted || part.d.encrypted == nullptr) return nullptr;
  const PKCS7_ENC_CONTENT* content = part.d.encrypted->enc_data;
  return content == nullptr || content->enc_data == nullptr ? nullptr : content->algorithm;
}

bool is_plain(const PKCS7& part) {
  return OBJ_obj2nid(part.type) == NID_pkcs7_data && part.d.data != nullptr;
}

Owned<STACK_OF(PKCS7)> parts_of(const PKCS12& file) {
  Owned<STACK_OF(PKCS7)> parts(PKCS12_unpack_authsafes(&file));
  ERR_clear_error();
  return parts;
}

}  // namespace

std::uint64_t turns_of(const X509_ALGOR& algorithm) {
  if (OBJ_obj2nid(algorithm.algorithm) == NID_pbes2) return turns_of_pbes2(algorithm);
  const auto parameters = unpacked<PBEPARAM>(algorithm, ASN1_ITEM_rptr(PBEPARAM));
  return parameters ? number_of(parameters->iter) : 0;
}

void DerivationCost::add(std::uint64_t turns) {
  largest_ = std::max(largest_, turns);
  sum_ += turns;
}

void DerivationCost::add(const STACK_OF(PKCS12_SAFEBAG) * bags) {
  for (int index = 0; bags != nullptr && index < sk_PKCS12_SAFEBAG_num(bags); ++index) {
    const PKCS12_SAFEBAG* bag = sk_PKCS12_SAFEBAG_value(bags, index);
    const int kind = PKCS12_SAFEBAG_get_nid(bag);
    if (kind == NID_safeContentsBag) add(PKCS12_SAFEBAG_get0_safes(bag));  // OpenSSL reads 30 deep at most
    const X509_SIG* key = kind == NID_pkcs8ShroudedKeyBag ? PKCS12_SAFEBAG_get0_pkcs8(bag) : nullptr;
    if (key == nullptr) continue;
    const X509_ALGOR* algorithm = nullptr;
    X509_SIG_get0(key, &algorithm, nullptr);
    add(turns_of(*algorithm));
  }
}

void DerivationCost::add(const PKCS12& file) {
  const ASN1_INTEGER* mac_turns = nullptr;
  PKCS12_get0_mac(nullptr, nullptr, nullptr, &mac_turns, &file);
  if (PKCS12_mac_present(&file) != 0) add(number_of(mac_turns));
  const auto parts = parts_of(file);
  for (int index = 0; parts && index < sk_PKCS7_num(parts.get()); ++index) {
    PKCS7* part = sk_PKCS7_value(parts.get(), index);
    if (const X509_ALGOR* algorithm = encryption_of(*part)) add(turns_of(*algorithm));
    if (is_plain(*part)) add(Owned<STACK_OF(PKCS12_SAFEBAG)>(PKCS12_unpack_p7data(part)).get());
  }
  ERR_clear_error();
}

void DerivationCost::add_inside(const PKCS12& file, const char* password) {
  const auto parts = parts_of(file);
  for (int index = 0; parts && index < sk_PKCS7_num(parts.get()); ++index) {
    PKCS7* part = sk_PKCS7_value(parts.get(), index);
    if (encryption_of(*part) == nullptr) continue;
    add(Owned<STACK_OF(PKCS12_SAFEBAG)>(PKCS12_unpack_p7encdata(part, password, -1)).get());
  }
  ERR_clear_error();
}

}  // namespace onshi
