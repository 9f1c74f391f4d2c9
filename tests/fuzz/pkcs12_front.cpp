// SPDX-License-Identifier: GPL-3.0-or-later
// A PKCS#12 from the first byte to the opened certificate. What costs seconds of hashing is only looked at
// from outside, so that the fuzzer does not spend its time there; the product bounds it in derivation_cost.h.
#include <openssl/x509.h>

#include "probes/certificate/derivation_cost.h"
#include "probes/certificate/pkcs12_file.h"
#include "tests/fuzz/target.h"

using namespace onshi;
using onshi::fuzz::promise;

namespace {

constexpr std::uint64_t kFewTurns = 3000;

bool is_quick(std::string_view bytes) {
  auto file = pkcs12_from(bytes, nullptr);
  if (!file) return true;
  DerivationCost cost;
  cost.add(**file);
  (void)encryption_of(**file);
  return cost.largest() <= kFewTurns;
}

void open_with(std::string_view bytes, const char* password) {
  const auto opened = open_certificate(bytes, Secret::take(std::string(password)));
  if (!opened) {
    (void)name_of(opened.error().what);
    (void)answer_of(opened.error());
    return;
  }
  const auto& client = *opened->client;
  promise(client.certificate != nullptr && client.key != nullptr, "what opens has a certificate and its key");
  promise(X509_check_private_key(client.certificate.get(), client.key.get()) == 1, "the key fits");
  promise(opened->facts.fingerprint.size() == 64, "a fingerprint is SHA-256");
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const auto bytes = onshi::fuzz::text_of(data, size);
  (void)fault_without_password(bytes);
  if (!is_quick(bytes)) return 0;
  for (const char* password : {"himitsu", ""}) open_with(bytes, password);
  return 0;
}
