// SPDX-License-Identifier: GPL-3.0-or-later
#include "probes/certificate/pkcs12_file.h"

#include <algorithm>
#include <optional>

#include <openssl/err.h>
#include <openssl/pem.h>

namespace onshi {
namespace {

using What = CertificateFault::What;

const unsigned char* data_of(std::string_view bytes) {
  return reinterpret_cast<const unsigned char*>(bytes.data());
}

Owned<BIO> reading(std::string_view bytes) {
  return Owned<BIO>(BIO_new_mem_buf(bytes.data(), static_cast<int>(bytes.size())));
}

bool is_der_certificate(std::string_view bytes) {
  const unsigned char* at = data_of(bytes);
  return X509Pointer(d2i_X509(nullptr, &at, static_cast<long>(bytes.size()))) != nullptr;
}

bool is_pem_certificate(std::string_view bytes) {
  return X509Pointer(PEM_read_bio_X509(reading(bytes).get(), nullptr, nullptr, nullptr)) != nullptr;
}

// The length that an outer DER SEQUENCE says it has, with its header; empty when the bytes do not begin with
// one.
std::optional<std::size_t> declared_length(std::string_view bytes) {
  const unsigned char* at = data_of(bytes);
  if (bytes.size() < 2 || at[0] != 0x30) return std::nullopt;
  const std::size_t first = at[1];
  if (first < 0x80) return first + 2;
  const std::size_t count = first - 0x80;
  if (count == 0 || count > 4 || bytes.size() < 2 + count) return std::nullopt;
  std::size_t length = 0;
  for (std::size_t i = 0; i < count; ++i) length = length << 8 | at[2 + i];
  return length + 2 + count;
}

// After the outer header every PKCS#12 says that it is version 3.
bool begins_like_pkcs12(std::string_view bytes) {
  const std::string_view version("\x02\x01\x03", 3);
  return bytes.substr(0, 12).find(version) != std::string_view::npos;
}

// An empty password can be written in two ways (RFC 7292 says neither which); both are tried.
template <typename Use>
bool with_each_form(const Secret& password, Use&& use) {
  return password.reveal([&](std::string_view characters) {
    const std::string_view text = characters.empty() ? std::string_view("") : characters;
    return use(text.data(), static_cast<int>(text.size())) || (text.empty() && use(nullptr, 0));
  });
}

bool said_unsupported() {
  for (unsigned long code = ERR_get_error(); code != 0; code = ERR_get_error()) {
    if (ERR_GET_REASON(code) == ERR_R_UNSUPPORTED || ERR_GET_REASON(code) == EVP_R_UNSUPPORTED_ALGORITHM ||
        ERR_GET_REASON(code) == EVP_R_UNKNOWN_PBE_ALGORITHM) {
      return true;
    }
  }
  return false;
}

bool parse_into(PKCS12* file, const Secret& password, Pkcs12Parts& parts) {
  return with_each_form(password, [&](const char* characters, int) {
    EVP_PKEY* key = nullptr;
    X509* certificate = nullptr;
    STACK_OF(X509)* others = nullptr;
    if (PKCS12_parse(file, characters, &key, &certificate, &others) != 1) return false;
    parts.key.reset(key);
    parts.certificate.reset(certificate);
    const Owned<STACK_OF(X509)> owned(others);
    while (others != nullptr && sk_X509_num(others) > 0) parts.others.emplace_back(sk_X509_shift(others));
    return true;
  });
}

X509Pointer brought_over(const X509Pointer& certificate) {
  unsigned char* bytes = nullptr;
  const int length = i2d_X509(certificate.get(), &bytes);
  if (length <= 0) return nullptr;
  const unsigned char* at = bytes;
  X509Pointer copy(d2i_X509(nullptr, &at, length));
  OPENSSL_free(bytes);
  return copy;
}

KeyPointer brought_over(const KeyPointer& key) {
  unsigned char* bytes = nullptr;
  const int length = i2d_PrivateKey(key.get(), &bytes);
  if (length <= 0) return nullptr;
  const unsigned char* at = bytes;
  KeyPointer copy(d2i_AutoPrivateKey(nullptr, &at, length));
  OPENSSL_clear_free(bytes, static_cast<std::size_t>(length));
  return copy;
}

// What TLS gets must live in the ordinary context, where the old algorithms do not exist.
Pkcs12Parts brought_over(const Pkcs12Parts& foreign) {
  Pkcs12Parts parts;
  parts.legacy = true;
  if (foreign.key) parts.key = brought_over(foreign.key);
  if (foreign.certificate) parts.certificate = brought_over(foreign.certificate);
  for (const X509Pointer& other : foreign.others) parts.others.push_back(brought_over(other));
  return parts;
}

std::expected<Pkcs12Parts, CertificateFault> open_with_old_algorithms(std::string_view bytes,
                                                                      const Secret& password,
                                                                      What if_nothing_helps) {
  const Owned<OSSL_LIB_CTX> context(OSSL_LIB_CTX_new());
  const Owned<OSSL_PROVIDER> ordinary(OSSL_PROVIDER_load(context.get(), "default"));
  const Owned<OSSL_PROVIDER> old(OSSL_PROVIDER_load(context.get(), "legacy"));
  if (!old) return std::unexpected(CertificateFault{What::legacy_missing, "legacy"});
  const Owned<PKCS12> file = decode_pkcs12(bytes, context.get());
  Pkcs12Parts parts;
  ERR_clear_error();
  if (file && parse_into(file.get(), password, parts)) return brought_over(parts);
  return std::unexpected(CertificateFault{said_unsupported() ? What::unsupported : if_nothing_helps, ""});
}

}  // namespace

CertificateFault::What kind_of_other(std::string_view bytes) {
  const bool plain = is_der_certificate(bytes) || is_pem_certificate(bytes);
  ERR_clear_error();
  if (plain) return What::plain_certificate;
  const auto length = declared_length(bytes);
  if (!length || !begins_like_pkcs12(bytes)) return What::not_pkcs12;
  return *length > bytes.size() ? What::cut : What::damaged;
}

Owned<PKCS12> decode_pkcs12(std::string_view bytes, OSSL_LIB_CTX* context) {
  PKCS12* file = context == nullptr ? nullptr : PKCS12_init_ex(NID_pkcs7_data, context, nullptr);
  const unsigned char* at = data_of(bytes);
  // On failure d2i frees what it was given.
  Owned<PKCS12> decoded(d2i_PKCS12(&file, &at, static_cast<long>(bytes.size())));
  ERR_clear_error();
  return decoded;
}

MacResult check_mac(PKCS12* file, const Secret& password) {
  if (PKCS12_mac_present(file) == 0) return MacResult::absent;
  const bool fits = with_each_form(password, [&](const char* characters, int length) {
    return PKCS12_verify_mac(file, characters, length) == 1;
  });
  ERR_clear_error();
  return fits ? MacResult::fits : MacResult::differs;
}

std::expected<Pkcs12Parts, CertificateFault> take_apart(std::string_view bytes, const Secret& password,
                                                        bool password_proved) {
  const Owned<PKCS12> file = decode_pkcs12(bytes);
  Pkcs12Parts parts;
  ERR_clear_error();
  if (parse_into(file.get(), password, parts)) return parts;
  // Without a MAC a wrong password is seen only as nonsense inside.
  const What otherwise = password_proved ? What::damaged : What::wrong_password;
  if (!said_unsupported()) return std::unexpected(CertificateFault{otherwise, ""});
  return open_with_old_algorithms(bytes, password, otherwise);
}

std::string encryption_of(const PKCS12* file) {
  const Owned<STACK_OF(PKCS7)> safes(PKCS12_unpack_authsafes(file));
  for (int i = 0; safes && i < sk_PKCS7_num(safes.get()); ++i) {
    const PKCS7* safe = sk_PKCS7_value(safes.get(), i);
    if (!PKCS7_type_is_encrypted(safe)) continue;
    const X509_ALGOR* algorithm = safe->d.encrypted->enc_data->algorithm;
    const int kind = OBJ_obj2nid(algorithm->algorithm);
    if (kind != NID_pbes2) return OBJ_nid2sn(kind);
    const Owned<PBE2PARAM> parameters(
        static_cast<PBE2PARAM*>(ASN1_TYPE_unpack_sequence(ASN1_ITEM_rptr(PBE2PARAM), algorithm->parameter)));
    return parameters ? OBJ_nid2sn(OBJ_obj2nid(parameters->encryption->algorithm)) : OBJ_nid2sn(kind);
  }
  return "none";
}

}  // namespace onshi
