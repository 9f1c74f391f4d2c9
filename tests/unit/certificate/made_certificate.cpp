// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/unit/certificate/made_certificate.h"

#include <stdexcept>

#include <openssl/ec.h>
#include <openssl/pem.h>
#include <openssl/rsa.h>
#include <openssl/x509v3.h>

#include "probes/certificate/openssl_pointers.h"

namespace onshi::test {
namespace {

template <typename Result>
Result must(Result result) {
  if (!result) throw std::runtime_error("OpenSSL cannot make what the test asks for");
  return result;
}

ASN1_TIME* set_time(ASN1_TIME* time, Time value) {
  return must(ASN1_TIME_set(time, std::chrono::system_clock::to_time_t(value)));
}

void add_extension(X509* certificate, X509* issuer, int nid, const std::string& value) {
  if (value.empty()) return;
  X509V3_CTX context{};
  X509V3_set_ctx(&context, issuer, certificate, nullptr, nullptr, 0);
  X509_EXTENSION* extension = must(X509V3_EXT_conf_nid(nullptr, &context, nid, value.c_str()));
  must(X509_add_ext(certificate, extension, -1));
  X509_EXTENSION_free(extension);
}

void set_subject(X509* certificate, const Wish& wish) {
  X509_NAME* name = X509_get_subject_name(certificate);
  for (const auto& [field, value] : wish.subject) {
    const auto* text = reinterpret_cast<const unsigned char*>(value.c_str());
    must(X509_NAME_add_entry_by_txt(name, field.c_str(), MBSTRING_UTF8, text, -1, -1, 0));
  }
}

long next_serial() {
  static long serial = 0x10ABCDL;
  return ++serial;
}

/// `issuer` is null for a certificate that signs itself.
X509Pointer made(EVP_PKEY* key, const Signed* issuer, const Wish& wish) {
  X509Pointer certificate(must(X509_new()));
  X509* issuing = issuer == nullptr ? certificate.get() : issuer->certificate.get();
  must(X509_set_version(certificate.get(), 2));
  must(ASN1_INTEGER_set(X509_get_serialNumber(certificate.get()), next_serial()));
  set_time(X509_getm_notBefore(certificate.get()), wish.from);
  set_time(X509_getm_notAfter(certificate.get()), wish.until);
  if (!wish.until_text.empty()) {
    must(ASN1_TIME_set_string(X509_getm_notAfter(certificate.get()), wish.until_text.c_str()));
  }
  set_subject(certificate.get(), wish);
  must(X509_set_issuer_name(certificate.get(), X509_get_subject_name(issuing)));
  must(X509_set_pubkey(certificate.get(), key));
  add_extension(certificate.get(), issuing, NID_basic_constraints, wish.basic_constraints);
  add_extension(certificate.get(), issuing, NID_key_usage, wish.key_usage);
  add_extension(certificate.get(), issuing, NID_ext_key_usage, wish.extended_key_usage);
  if (!wish.revocation_list.empty()) {
    add_extension(certificate.get(), issuing, NID_crl_distribution_points, "URI:" + wish.revocation_list);
  }
  EVP_PKEY* signing = issuer == nullptr ? key : issuer->key.get();
  const bool own_digest = EVP_PKEY_get_base_id(signing) == EVP_PKEY_ED25519;
  must(X509_sign(certificate.get(), signing, own_digest ? nullptr : EVP_sha256()));
  return certificate;
}

std::string text_in(BIO* bio) {
  char* characters = nullptr;
  const long length = BIO_get_mem_data(bio, &characters);
  return {characters, static_cast<std::size_t>(length)};
}

/// A wrong signature that is still well-formed: the last byte differs.
X509Pointer with_wrong_signature(const X509& certificate) {
  std::string der = der_of(certificate);
  der.back() = static_cast<char>(der.back() ^ 1);
  const auto* place = reinterpret_cast<const unsigned char*>(der.data());
  return X509Pointer(must(d2i_X509(nullptr, &place, static_cast<long>(der.size()))));
}

class Packer {
 public:
  explicit Packer(const Packing& packing) : packing_(packing), context_(must(OSSL_LIB_CTX_new())) {
    legacy_.reset(must(OSSL_PROVIDER_load(context_.get(), "legacy")));
    usual_.reset(must(OSSL_PROVIDER_load(context_.get(), "default")));
  }
  Packer(const Packer&) = delete;
  Packer& operator=(const Packer&) = delete;
  ~Packer() { sk_PKCS7_pop_free(safes_, PKCS7_free); }

  void add(const std::vector<X509*>& certificates) {
    STACK_OF(PKCS12_SAFEBAG)* bags = nullptr;
    for (X509* certificate : certificates) must(PKCS12_add_cert(&bags, certificate));
    must(PKCS12_add_safe_ex(&safes_, bags, cipher(packing_.certificate_cipher), turns(Costly::certificates),
                            password(), context_.get(), nullptr));
    sk_PKCS12_SAFEBAG_pop_free(bags, PKCS12_SAFEBAG_free);
  }

  void add(EVP_PKEY* key) {
    STACK_OF(PKCS12_SAFEBAG)* bags = nullptr;
    const bool inside = packing_.costly == Costly::inner_key;
    must(PKCS12_add_key_ex(&bags, key, 0, inside ? turns(Costly::inner_key) : turns(Costly::key),
                           cipher(packing_.key_cipher), password(), context_.get(), nullptr));
    if (inside)
      must(sk_PKCS12_SAFEBAG_set(bags, 0, with_millions_of_turns(sk_PKCS12_SAFEBAG_value(bags, 0))));
    must(PKCS12_add_safe_ex(&safes_, bags, inside ? NID_aes_256_cbc : -1, kTurns, password(), context_.get(),
                            nullptr));
    sk_PKCS12_SAFEBAG_pop_free(bags, PKCS12_SAFEBAG_free);
  }

  std::string bytes() {
    Owned<PKCS12> file(must(PKCS12_add_safes_ex(safes_, NID_pkcs7_data, context_.get(), nullptr)));
    if (packing_.unknown_cipher) file = with_unknown_cipher(*file);
    if (packing_.mac) {
      must(PKCS12_set_mac(file.get(), mac_password(), -1, nullptr, 0, turns(Costly::mac), EVP_sha256()));
    }
    return with_millions_of_turns(der(*file));
  }

 private:
  using Costly = Packing::Costly;
  static constexpr int kTurns = 16;  // enough to be a real file, few enough to be quick

  static constexpr int kMarkedTurns = 0x012345;  // as long in the file as the millions that take its place

  [[nodiscard]] int turns(Costly part) const { return packing_.costly == part ? kMarkedTurns : kTurns; }

  static std::string with_millions_of_turns(std::string bytes) {
    const std::string marked = "\x02\x03\x01\x23\x45";
    const auto found = bytes.find(marked);
    return found == std::string::npos ? bytes : bytes.replace(found, marked.size(), "\x02\x03\x7F\xFF\xFF");
  }

  static PKCS12_SAFEBAG* with_millions_of_turns(PKCS12_SAFEBAG* bag) {
    unsigned char* raw = nullptr;
    const int length = i2d_PKCS12_SAFEBAG(bag, &raw);
    const std::string bytes =
        with_millions_of_turns({reinterpret_cast<char*>(raw), static_cast<std::size_t>(must(length))});
    OPENSSL_free(raw);
    PKCS12_SAFEBAG_free(bag);
    const auto* place = reinterpret_cast<const unsigned char*>(bytes.data());
    return must(d2i_PKCS12_SAFEBAG(nullptr, &place, static_cast<long>(bytes.size())));
  }

  static int cipher(int wished) { return wished == 0 ? NID_aes_256_cbc : wished; }
  [[nodiscard]] const char* password() const {
    return packing_.password ? packing_.password->c_str() : nullptr;
  }
  [[nodiscard]] const char* mac_password() const {
    return packing_.mac_password ? packing_.mac_password->c_str() : password();
  }

  static std::string der(const PKCS12& file) {
    unsigned char* bytes = nullptr;
    const int length = i2d_PKCS12(&file, &bytes);
    const std::string result(reinterpret_cast<char*>(bytes), static_cast<std::size_t>(must(length)));
    OPENSSL_free(bytes);
    return result;
  }

  static Owned<PKCS12> with_unknown_cipher(const PKCS12& file) {
    const std::string aes_256_cbc = "\x60\x86\x48\x01\x65\x03\x04\x01\x2A";
    std::string bytes = der(file);
    for (auto found = bytes.find(aes_256_cbc); found != std::string::npos; found = bytes.find(aes_256_cbc)) {
      bytes[found + aes_256_cbc.size() - 1] = '\x7F';
    }
    const auto* place = reinterpret_cast<const unsigned char*>(bytes.data());
    return Owned<PKCS12>(must(d2i_PKCS12(nullptr, &place, static_cast<long>(bytes.size()))));
  }

  const Packing& packing_;
  Owned<OSSL_LIB_CTX> context_;
  Owned<OSSL_PROVIDER> legacy_;
  Owned<OSSL_PROVIDER> usual_;
  STACK_OF(PKCS7) * safes_ = nullptr;
};

}  // namespace

KeyPointer ec_key() { return KeyPointer(must(EVP_EC_gen("P-256"))); }
KeyPointer rsa_key(int bits) { return KeyPointer(must(EVP_RSA_gen(static_cast<unsigned>(bits)))); }
KeyPointer ed25519_key() { return KeyPointer(must(EVP_PKEY_Q_keygen(nullptr, nullptr, "ED25519"))); }

Signed authority(const Wish& wish) {
  KeyPointer key = ec_key();
  X509Pointer certificate = made(key.get(), nullptr, wish);
  return {std::move(key), std::move(certificate)};
}

Signed issued_by(const Signed& issuer, KeyPointer key, const Wish& wish) {
  X509Pointer certificate = made(key.get(), &issuer, wish);
  if (wish.spoil_signature) certificate = with_wrong_signature(*certificate);
  return {std::move(key), std::move(certificate)};
}

X509Pointer again(const X509& certificate) { return X509Pointer(must(X509_dup(&certificate))); }

std::string pem_of(const X509& certificate) {
  const Owned<BIO> text(must(BIO_new(BIO_s_mem())));
  must(PEM_write_bio_X509(text.get(), &certificate));
  return text_in(text.get());
}

std::string pem_of(EVP_PKEY& key) {
  const Owned<BIO> text(must(BIO_new(BIO_s_mem())));
  must(PEM_write_bio_PrivateKey(text.get(), &key, nullptr, nullptr, 0, nullptr, nullptr));
  return text_in(text.get());
}

std::string der_of(const X509& certificate) {
  const Owned<BIO> bytes(must(BIO_new(BIO_s_mem())));
  must(i2d_X509_bio(bytes.get(), &certificate));
  return text_in(bytes.get());
}

std::string packed(EVP_PKEY* key, const std::vector<X509*>& certificates, const Packing& packing) {
  Packer packer(packing);
  if (!certificates.empty()) packer.add(certificates);
  if (key != nullptr) packer.add(key);
  return packer.bytes();
}

std::string packed_together(const std::vector<const Signed*>& pairs, const std::vector<X509*>& authorities,
                            const Packing& packing) {
  Packer packer(packing);
  std::vector<X509*> certificates;
  for (const Signed* pair : pairs) certificates.push_back(pair->certificate.get());
  certificates.insert(certificates.end(), authorities.begin(), authorities.end());
  packer.add(certificates);
  for (const Signed* pair : pairs) packer.add(pair->key.get());
  return packer.bytes();
}

namespace {

struct FreeList {
  void operator()(X509_CRL* list) const { X509_CRL_free(list); }
};

void add_revoked(X509_CRL* list, const X509& certificate, Time when) {
  X509_REVOKED* entry = must(X509_REVOKED_new());
  must(X509_REVOKED_set_serialNumber(entry, const_cast<ASN1_INTEGER*>(X509_get0_serialNumber(&certificate))));
  ASN1_TIME* time = set_time(nullptr, when);
  must(X509_REVOKED_set_revocationDate(entry, time));
  ASN1_TIME_free(time);
  must(X509_CRL_add0_revoked(list, entry));
}

}  // namespace

std::string revocation_list_of(const Signed& issuer, const RevocationWish& wish) {
  const std::unique_ptr<X509_CRL, FreeList> list(must(X509_CRL_new()));
  must(X509_CRL_set_version(list.get(), 1));
  must(X509_CRL_set_issuer_name(list.get(), X509_get_subject_name(issuer.certificate.get())));
  ASN1_TIME* time = set_time(nullptr, wish.from);
  must(X509_CRL_set1_lastUpdate(list.get(), time));
  set_time(time, wish.until);
  must(X509_CRL_set1_nextUpdate(list.get(), time));
  ASN1_TIME_free(time);
  for (const X509* certificate : wish.revoked) add_revoked(list.get(), *certificate, wish.from);
  must(X509_CRL_sort(list.get()));
  must(X509_CRL_sign(list.get(), issuer.key.get(), EVP_sha256()));
  const Owned<BIO> memory(must(BIO_new(BIO_s_mem())));
  must(i2d_X509_CRL_bio(memory.get(), list.get()));
  return text_in(memory.get());
}

std::string pem_of_list(const std::string& der) {
  const auto* place = reinterpret_cast<const unsigned char*>(der.data());
  const std::unique_ptr<X509_CRL, FreeList> list(
      must(d2i_X509_CRL(nullptr, &place, static_cast<long>(der.size()))));
  const Owned<BIO> memory(must(BIO_new(BIO_s_mem())));
  must(PEM_write_bio_X509_CRL(memory.get(), list.get()));
  return text_in(memory.get());
}

}  // namespace onshi::test
