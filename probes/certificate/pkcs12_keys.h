// SPDX-License-Identifier: GPL-3.0-or-later
// Every private key of a PKCS#12: OpenSSL's own way of reading one gives the first and says nothing of the
// rest. For a file that was read with this password already, in the library context of that reading. Any
// thread.
#pragma once

#include <vector>

#include "probes/certificate/openssl_pointers.h"
#include "probes/site/client_certificate.h"

namespace onshi {

/// Empty when the file has one key or none: making a key twice costs as much as making it once. `password`
/// ends with a zero character.
std::vector<KeyPointer> several_keys(const PKCS12& file, const char* password);

}  // namespace onshi
