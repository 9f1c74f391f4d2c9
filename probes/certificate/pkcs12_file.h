// SPDX-License-Identifier: GPL-3.0-or-later
// One PKCS#12 in OpenSSL's hands: whether the bytes are one, whether the password fits, what lies inside.
// Pure apart from loading OpenSSL's legacy module into a context of its own; any thread.
#pragma once

#include <expected>
#include <string>
#include <string_view>
#include <vector>

#include "probes/certificate/open_certificate.h"
#include "probes/certificate/openssl_owned.h"

namespace onshi {

/// The file's parts as they came out; key or certificate may be missing.
struct Pkcs12Parts {
  KeyPointer key;
  X509Pointer certificate;          // the one that belongs to the key
  std::vector<X509Pointer> others;  // all the rest, in the file's order
  bool legacy = false;
};

/// What the bytes are, when they are not a PKCS#12.
CertificateFault::What kind_of_other(std::string_view bytes);

Owned<PKCS12> decode_pkcs12(std::string_view bytes, OSSL_LIB_CTX* context = nullptr);

enum class MacResult { fits, differs, absent };
MacResult check_mac(PKCS12* file, const Secret& password);

/// Opens with the ordinary algorithms, else with the old ones in a context of their own (certificate.md §7).
std::expected<Pkcs12Parts, CertificateFault> take_apart(std::string_view bytes, const Secret& password,
                                                        bool password_proved);

/// How the certificates in the file are encrypted, such as "AES-256-CBC"; "none" when they are not.
std::string encryption_of(const PKCS12* file);

}  // namespace onshi
