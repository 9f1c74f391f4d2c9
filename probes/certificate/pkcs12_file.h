// SPDX-License-Identifier: GPL-3.0-or-later
// A PKCS#12 before and without its password: what the bytes are, whether the password fits its MAC, and how
// it is encrypted (certificate.md §6.1, §7). The order of the questions is what keeps the causes apart. Any
// thread.
#pragma once

#include <expected>
#include <string>
#include <string_view>

#include "probes/certificate/open_certificate.h"
#include "probes/certificate/openssl_pointers.h"

namespace onshi {

/// The file in `context` (null: the program's own), or empty, too_large, plain_certificate, not_pkcs12, cut.
std::expected<Owned<PKCS12>, CertificateFault> pkcs12_from(std::string_view bytes, OSSL_LIB_CTX* context);

enum class MacAnswer { proved, absent, wrong, unsupported };

/// `password` ends with a zero character.
MacAnswer ask_mac(PKCS12& file, const char* password);

/// Of the first encrypted part, such as "AES-256-CBC", "DES-EDE3-CBC", "RC2-40-CBC"; "none" when nothing is.
std::string encryption_of(const PKCS12& file);

}  // namespace onshi
