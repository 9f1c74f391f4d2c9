// SPDX-License-Identifier: GPL-3.0-or-later
#include "probes/world/live/websocket_key.h"

#include <array>
#include <new>
#include <span>

#include <openssl/evp.h>
#include <openssl/rand.h>
#include <openssl/sha.h>

namespace onshi {
namespace {

std::string base64(std::span<const unsigned char> bytes) {
  std::string text(4 * ((bytes.size() + 2) / 3), '\0');  // OpenSSL's closing zero falls on the string's own
  EVP_EncodeBlock(reinterpret_cast<unsigned char*>(text.data()), bytes.data(),
                  static_cast<int>(bytes.size()));
  return text;
}

}  // namespace

std::string new_websocket_key() {
  std::array<unsigned char, 16> bytes{};
  if (RAND_bytes(bytes.data(), static_cast<int>(bytes.size())) != 1) throw std::bad_alloc();
  return base64(bytes);
}

std::string websocket_accept(const std::string& key) {
  const std::string text = key + "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";
  std::array<unsigned char, SHA_DIGEST_LENGTH> digest{};
  SHA1(reinterpret_cast<const unsigned char*>(text.data()), text.size(), digest.data());
  return base64(digest);
}

}  // namespace onshi
