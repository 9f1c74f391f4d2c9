// SPDX-License-Identifier: GPL-3.0-or-later
// Keys, certificates and PKCS#12 files of an invented authority, made when a test asks for them, good ones
// and bad ones. Everything throws std::runtime_error when OpenSSL refuses. One thread.
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "probes/site/client_certificate.h"

namespace onshi::test {

using Time = std::chrono::system_clock::time_point;

/// The day on which the tests take place.
inline const Time kToday = std::chrono::sys_days{std::chrono::year{2026} / 11 / 21} + std::chrono::hours{3};
inline const Time kLongAgo = kToday - std::chrono::days{400};
inline const Time kInThreeYears = kToday + std::chrono::days{1100};

KeyPointer ec_key();
KeyPointer rsa_key(int bits);
KeyPointer ed25519_key();

struct Wish {
  std::vector<std::pair<std::string, std::string>> subject{{"CN", "terminal"}};
  Time from = kLongAgo;
  Time until = kInThreeYears;
  std::string until_text{};  // instead, as it stands in the certificate
  std::string basic_constraints = "CA:FALSE";
  std::string key_usage = "digitalSignature";
  std::string extended_key_usage = "clientAuth";
  std::string revocation_list{};  // where it lies, such as "http://crl.example/a.crl"
  bool spoil_signature = false;
};

inline Wish authority_wish(const std::string& name) {
  Wish wish;
  wish.subject = {{"O", "Kakuu"}, {"CN", name}};
  wish.basic_constraints = "critical,CA:TRUE";
  wish.key_usage = "keyCertSign,cRLSign";
  wish.extended_key_usage.clear();
  return wish;
}

struct Signed {
  KeyPointer key;
  X509Pointer certificate;
};

/// Signed by itself.
Signed authority(const Wish& wish);
/// Signed by `issuer`.
Signed issued_by(const Signed& issuer, KeyPointer key, const Wish& wish);

X509Pointer again(const X509& certificate);
std::string pem_of(const X509& certificate);
std::string der_of(const X509& certificate);
std::string pem_of(EVP_PKEY& key);

struct RevocationWish {
  std::vector<const X509*> revoked{};
  Time from = kToday - std::chrono::days{1};
  Time until = kToday + std::chrono::days{6};
};

/// A revocation list of `issuer`, DER.
std::string revocation_list_of(const Signed& issuer, const RevocationWish& wish = {});
std::string pem_of_list(const std::string& der);

struct Packing {
  std::optional<std::string> password = "himitsu";  // none: no password at all, which is not an empty one
  int key_cipher = 0;          // NID of a PBE or cipher; 0: AES-256-CBC; -1: not encrypted
  int certificate_cipher = 0;  // the same
  bool mac = true;
  std::optional<std::string> mac_password{};  // when it shall differ
  bool unknown_cipher = false;                // the cipher is one that nobody knows
  enum class Costly {
    nothing,
    mac,
    certificates,
    key,
    inner_key
  } costly = Costly::nothing;  // millions of turns
};

/// A PKCS#12 of whatever is given, also of things that do not belong together.
std::string packed(EVP_PKEY* key, const std::vector<X509*>& certificates, const Packing& packing = {});

/// One file with several certificates, each with its key, and with authorities.
std::string packed_together(const std::vector<const Signed*>& pairs, const std::vector<X509*>& authorities,
                            const Packing& packing = {});

}  // namespace onshi::test
