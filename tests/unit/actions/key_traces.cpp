// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/unit/actions/key_traces.h"

#include <algorithm>
#include <fstream>
#include <iterator>
#include <memory>
#include <stdexcept>

#include <openssl/bn.h>
#include <openssl/core_names.h>
#include <openssl/x509.h>

namespace onshi::test {
namespace {

struct Free {
  void operator()(BIGNUM* number) const { BN_free(number); }
  void operator()(PKCS8_PRIV_KEY_INFO* info) const { PKCS8_PRIV_KEY_INFO_free(info); }
  void operator()(unsigned char* bytes) const { OPENSSL_free(bytes); }
};

std::string bytes_of(unsigned char* bytes, int length) {
  const std::unique_ptr<unsigned char, Free> owner(bytes);
  if (length <= 0) throw std::runtime_error("OpenSSL does not write the key");
  return {reinterpret_cast<const char*>(bytes), static_cast<std::size_t>(length)};
}

std::string traditional(const EVP_PKEY& key) {
  unsigned char* bytes = nullptr;
  const int length = i2d_PrivateKey(&key, &bytes);
  return bytes_of(bytes, length);
}

std::string modern(const EVP_PKEY& key) {
  const std::unique_ptr<PKCS8_PRIV_KEY_INFO, Free> info(EVP_PKEY2PKCS8(&key));
  unsigned char* bytes = nullptr;
  const int length = i2d_PKCS8_PRIV_KEY_INFO(info.get(), &bytes);
  return bytes_of(bytes, length);
}

std::string base64(const std::string& bytes) {
  std::string text(4 * ((bytes.size() + 2) / 3) + 1, '\0');
  const int length =
      EVP_EncodeBlock(reinterpret_cast<unsigned char*>(text.data()),
                      reinterpret_cast<const unsigned char*>(bytes.data()), static_cast<int>(bytes.size()));
  text.resize(static_cast<std::size_t>(length));
  return text;
}

std::string digits(const std::string& bytes, const char* alphabet) {
  std::string text;
  for (const char byte : bytes) {
    text += alphabet[static_cast<unsigned char>(byte) >> 4U];
    text += alphabet[static_cast<unsigned char>(byte) & 15U];
  }
  return text;
}

std::vector<std::string> secret_numbers(const EVP_PKEY& key) {
  std::vector<std::string> numbers;
  for (const char* name : {OSSL_PKEY_PARAM_PRIV_KEY, OSSL_PKEY_PARAM_RSA_D, OSSL_PKEY_PARAM_RSA_FACTOR1}) {
    BIGNUM* raw = nullptr;
    if (EVP_PKEY_get_bn_param(&key, name, &raw) != 1) continue;
    const std::unique_ptr<BIGNUM, Free> number(raw);
    std::string bytes(static_cast<std::size_t>(BN_num_bytes(raw)), '\0');
    BN_bn2bin(raw, reinterpret_cast<unsigned char*>(bytes.data()));
    numbers.push_back(std::move(bytes));
  }
  if (numbers.empty()) throw std::runtime_error("this key has no secret number");
  return numbers;
}

/// One line of PEM, wherever the lines of the file break: the middle of the text, without its last digits.
std::string line_of_pem(const std::string& text) {
  constexpr std::size_t kLine = 64;
  return text.substr(text.size() / 2 / kLine * kLine, kLine / 2);
}

}  // namespace

std::vector<std::string> faces_of(const EVP_PKEY& key) {
  std::vector<std::string> faces;
  for (const std::string& whole : {traditional(key), modern(key)}) {
    faces.push_back(whole);
    for (std::size_t shift = 0; shift < 3; ++shift) faces.push_back(line_of_pem(base64(whole.substr(shift))));
  }
  for (const std::string& number : secret_numbers(key)) {
    faces.push_back(number);
    faces.push_back(digits(number, "0123456789abcdef"));
    faces.push_back(digits(number, "0123456789ABCDEF"));
    for (std::size_t shift = 0; shift < 3; ++shift)
      faces.push_back(base64(number.substr(shift)).substr(0, 24));
  }
  return faces;
}

std::vector<std::filesystem::path> files_with(const std::vector<std::string>& faces,
                                              const std::filesystem::path& folder, std::size_t& looked_at) {
  std::vector<std::filesystem::path> found;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(folder)) {
    if (!entry.is_regular_file()) continue;
    std::ifstream stream(entry.path(), std::ios::binary);
    const std::string bytes{std::istreambuf_iterator<char>(stream), {}};
    looked_at += bytes.size();
    const bool holds = std::ranges::any_of(
        faces, [&](const std::string& face) { return bytes.find(face) != std::string::npos; });
    if (holds) found.push_back(entry.path());
  }
  return found;
}

}  // namespace onshi::test
