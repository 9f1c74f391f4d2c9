// SPDX-License-Identifier: GPL-3.0-or-later
// How often a PKCS#12 wants its password to be hashed before it gives anything away. The file alone names
// that count, so a hostile or damaged one could keep a processor busy for hours; it is read before anything
// is derived. Programs of the field write 1 to 600,000 turns. Pure functions, any thread.
#pragma once

#include <cstdint>

#include "probes/certificate/openssl_pointers.h"

namespace onshi {

constexpr std::uint64_t kMostTurns = 1'000'000;       // of one derivation; under a second
constexpr std::uint64_t kMostTurnsInAll = 3'000'000;  // of all that a file asks for

/// The turns of one derivation (PBES1, PKCS#12, PBKDF2, scrypt); 0 when it is none that is known.
std::uint64_t turns_of(const X509_ALGOR& algorithm);

/// Collects what is asked for. Counts that are no numbers of a reasonable size count as the most.
class DerivationCost {
 public:
  /// The MAC, the encrypted parts, and the keys in the parts that are not encrypted.
  void add(const PKCS12& file);
  /// The keys inside the encrypted parts, which take the password to see; costs what `add` has counted.
  void add_inside(const PKCS12& file, const char* password);

  [[nodiscard]] bool bearable() const { return largest_ <= kMostTurns && sum_ <= kMostTurnsInAll; }
  [[nodiscard]] std::uint64_t largest() const { return largest_; }

 private:
  void add(std::uint64_t turns);
  void add(const STACK_OF(PKCS12_SAFEBAG) * bags);

  std::uint64_t largest_ = 0;
  std::uint64_t sum_ = 0;
};

}  // namespace onshi
