// SPDX-License-Identifier: GPL-3.0-or-later
#include "probes/site/secret.h"

#include <openssl/crypto.h>

namespace onshi {
namespace {

void wipe_characters(std::string& characters) {
  // The capacity, not the size: a shorter value may stand before the rest of a longer one.
  characters.resize(characters.capacity());
  OPENSSL_cleanse(characters.data(), characters.size());
  characters.clear();
}

}  // namespace

Secret Secret::take(std::string&& characters) {
  Secret secret;
  secret.characters_ = characters;
  wipe_characters(characters);
  return secret;
}

Secret::Secret(const Secret& other) = default;

// A copy, then wiped: a short string lies inside the object, and moving would leave it behind.
// NOLINTNEXTLINE(performance-move-constructor-init)
Secret::Secret(Secret&& other) noexcept : characters_(other.characters_) { other.wipe(); }

Secret& Secret::operator=(const Secret& other) {
  if (this != &other) {
    wipe();
    characters_ = other.characters_;
  }
  return *this;
}

Secret& Secret::operator=(Secret&& other) noexcept {
  if (this != &other) {
    wipe();
    characters_ = other.characters_;
    other.wipe();
  }
  return *this;
}

Secret::~Secret() { wipe(); }

void Secret::wipe() { wipe_characters(characters_); }

}  // namespace onshi
