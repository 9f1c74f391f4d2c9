// SPDX-License-Identifier: GPL-3.0-or-later
// mismatched_p12 CERTIFICATE KEY PASSWORD OUTPUT: a PKCS#12 whose key does not belong to its certificate,
// which the openssl command refuses to make. Used once, while the practice clinic's files are prepared.
#include <cstdio>
#include <memory>

#include <openssl/pem.h>
#include <openssl/pkcs12.h>

namespace {

template <auto release>
struct Releaser {
  template <typename T>
  void operator()(T* object) const {
    release(object);
  }
};
template <typename T, auto release>
using Owned = std::unique_ptr<T, Releaser<release>>;

using File = Owned<FILE, std::fclose>;
using Certificate = Owned<X509, X509_free>;
using Key = Owned<EVP_PKEY, EVP_PKEY_free>;
using Container = Owned<PKCS12, PKCS12_free>;

void free_safes(STACK_OF(PKCS7) * safes) { sk_PKCS7_pop_free(safes, PKCS7_free); }
void free_bags(STACK_OF(PKCS12_SAFEBAG) * bags) { sk_PKCS12_SAFEBAG_pop_free(bags, PKCS12_SAFEBAG_free); }

Container make(X509* certificate, EVP_PKEY* key, const char* password) {
  constexpr int rounds = 2048;
  STACK_OF(PKCS7)* safes = nullptr;
  STACK_OF(PKCS12_SAFEBAG)* certificates = nullptr;
  STACK_OF(PKCS12_SAFEBAG)* keys = nullptr;
  PKCS12_add_cert(&certificates, certificate);
  PKCS12_add_safe(&safes, certificates, NID_aes_256_cbc, rounds, password);
  PKCS12_add_key(&keys, key, 0, rounds, NID_aes_256_cbc, password);
  PKCS12_add_safe(&safes, keys, -1, rounds, nullptr);
  Container made(PKCS12_add_safes(safes, NID_pkcs7_data));
  free_bags(certificates);
  free_bags(keys);
  free_safes(safes);
  if (made) PKCS12_set_mac(made.get(), password, -1, nullptr, 0, rounds, EVP_sha256());
  return made;
}

}  // namespace

int main(int count, char** words) {
  if (count != 5) return 2;
  const File certificate_file(std::fopen(words[1], "r"));
  const File key_file(std::fopen(words[2], "r"));
  const File output(std::fopen(words[4], "w"));
  if (!certificate_file || !key_file || !output) return 1;
  const Certificate certificate(PEM_read_X509(certificate_file.get(), nullptr, nullptr, nullptr));
  const Key key(PEM_read_PrivateKey(key_file.get(), nullptr, nullptr, nullptr));
  if (!certificate || !key) return 1;
  const auto made = make(certificate.get(), key.get(), words[3]);
  return made && i2d_PKCS12_fp(output.get(), made.get()) == 1 ? 0 : 1;
}
