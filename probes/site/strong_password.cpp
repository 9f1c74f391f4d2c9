// SPDX-License-Identifier: GPL-3.0-or-later
#include "probes/site/strong_password.h"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>

#include <openssl/rand.h>

namespace onshi {
namespace {

// Without those that people mistake on paper: 0 O o, 1 l I i | !, 2 Z z, 5 S s, 8 B, dashes, quotes, dots.
constexpr std::array<std::string_view, 4> kKinds{"34679", "ACDEFGHJKLMNPQRTUVWXY", "abcdefghjkmnpqrtuvwxy",
                                                 "#$%&*+=?@"};

std::string all_characters() {
  std::string all;
  for (const std::string_view kind : kKinds) all += kind;
  return all;
}

/// Each character equally likely: a byte that would favour some is drawn again.
std::optional<char> any_of(std::string_view characters) {
  const std::size_t fair = 256 / characters.size() * characters.size();
  unsigned char byte = 0;
  do {
    if (RAND_bytes(&byte, 1) != 1) return std::nullopt;
  } while (byte >= fair);
  return characters[byte % characters.size()];
}

bool has_every_kind(const Secret& password) {
  return password.reveal([](std::string_view text) {
    return std::ranges::all_of(
        kKinds, [text](std::string_view kind) { return text.find_first_of(kind) != std::string_view::npos; });
  });
}

std::optional<Secret> drawn(std::string_view characters) {
  std::string text;
  text.reserve(kStrongPasswordLength + 1);
  while (text.size() < kStrongPasswordLength) {
    const auto letter = any_of(characters);
    if (!letter) return std::nullopt;
    text += *letter;
  }
  return Secret::take(std::move(text));
}

}  // namespace

std::optional<Secret> strong_password() {
  const std::string characters = all_characters();
  auto password = drawn(characters);
  while (password && !has_every_kind(*password)) password = drawn(characters);
  return password;
}

}  // namespace onshi
