// SPDX-License-Identifier: GPL-3.0-or-later
#include "probes/certificate/pkcs12_keys.h"

namespace onshi {
namespace {

using Bags = STACK_OF(PKCS12_SAFEBAG);

struct FreeKeyInfo {
  void operator()(PKCS8_PRIV_KEY_INFO* info) const { PKCS8_PRIV_KEY_INFO_free(info); }
};

bool holds_key(const PKCS12_SAFEBAG& bag) {
  const int kind = PKCS12_SAFEBAG_get_nid(&bag);
  return kind == NID_keyBag || kind == NID_pkcs8ShroudedKeyBag;
}

/// Those with a key, also in bags inside bags, of which OpenSSL reads 30 deep at most.
void collect(const Bags* bags, std::vector<const PKCS12_SAFEBAG*>& found) {
  for (int index = 0; bags != nullptr && index < sk_PKCS12_SAFEBAG_num(bags); ++index) {
    const PKCS12_SAFEBAG* bag = sk_PKCS12_SAFEBAG_value(bags, index);
    if (PKCS12_SAFEBAG_get_nid(bag) == NID_safeContentsBag) collect(PKCS12_SAFEBAG_get0_safes(bag), found);
    if (holds_key(*bag)) found.push_back(bag);
  }
}

std::vector<Owned<Bags>> bags_of(const PKCS12& file, const char* password) {
  std::vector<Owned<Bags>> all;
  const Owned<STACK_OF(PKCS7)> parts(PKCS12_unpack_authsafes(&file));
  for (int index = 0; parts && index < sk_PKCS7_num(parts.get()); ++index) {
    PKCS7* part = sk_PKCS7_value(parts.get(), index);
    const bool plain = OBJ_obj2nid(part->type) == NID_pkcs7_data;
    all.emplace_back(plain ? PKCS12_unpack_p7data(part) : PKCS12_unpack_p7encdata(part, password, -1));
  }
  return all;
}

KeyPointer key_in(const PKCS12_SAFEBAG& bag, const char* password) {
  if (PKCS12_SAFEBAG_get_nid(&bag) == NID_keyBag) {
    return KeyPointer(EVP_PKCS82PKEY(PKCS12_SAFEBAG_get0_p8inf(&bag)));
  }
  const std::unique_ptr<PKCS8_PRIV_KEY_INFO, FreeKeyInfo> info(PKCS12_decrypt_skey(&bag, password, -1));
  return KeyPointer(info ? EVP_PKCS82PKEY(info.get()) : nullptr);
}

std::vector<KeyPointer> keys_with(const PKCS12& file, const char* password) {
  const auto owners = bags_of(file, password);
  std::vector<const PKCS12_SAFEBAG*> bags;
  for (const auto& each : owners) collect(each.get(), bags);
  std::vector<KeyPointer> keys;
  if (bags.size() < 2) return keys;
  for (const PKCS12_SAFEBAG* bag : bags) {
    if (KeyPointer key = key_in(*bag, password)) keys.push_back(std::move(key));
  }
  return keys;
}

}  // namespace

std::vector<KeyPointer> several_keys(const PKCS12& file, const char* password) {
  auto keys = keys_with(file, password);
  // An empty password is written in two ways: as an empty text, or as none at all.
  if (keys.empty() && *password == '\0') keys = keys_with(file, nullptr);
  ERR_clear_error();
  return keys;
}

}  // namespace onshi
