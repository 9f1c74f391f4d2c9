// SPDX-License-Identifier: GPL-3.0-or-later
// Looks for a private key in everything that lies below a folder: whole, as DER, PEM and base64, and its
// secret numbers alone, as bytes and as digits. For tests.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include <openssl/evp.h>

namespace onshi::test {

/// What the key looks like wherever it lies unencrypted.
std::vector<std::string> faces_of(const EVP_PKEY& key);

/// The files in which one of `faces` stands; `looked_at` counts the bytes that were searched.
std::vector<std::filesystem::path> files_with(const std::vector<std::string>& faces,
                                              const std::filesystem::path& folder, std::size_t& looked_at);

}  // namespace onshi::test
