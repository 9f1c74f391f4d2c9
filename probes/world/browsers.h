// SPDX-License-Identifier: GPL-3.0-or-later
// What the browsers of this terminal's user know: the certificates in the store that they share, and the
// policies that choose one for a site. What is told is what was asked for: other certificates of the user are
// nobody's business, and neither subjects nor what a policy says are told at all. Looking changes nothing.
// Called from check threads; thread-safe.
#pragma once

#include <chrono>
#include <memory>
#include <string>
#include <vector>

#include "probes/world/limit.h"
#include "probes/world/seen.h"

namespace onshi {

struct StoredCertificate {
  std::string fingerprint{};  // SHA-256, hexadecimal lower case
  std::string issuer{};
  std::string serial_end{};  // last 4 hexadecimal digits
  std::string code{};        // a 医療機関等コード in it, if there is one
  std::chrono::system_clock::time_point not_before{};
  std::chrono::system_clock::time_point not_after{};
  bool has_key = false;
  bool trusted = false;  // as an authority for servers
  bool operator==(const StoredCertificate&) const = default;
};

/// Which certificates are to be told, where they are there: those with a key whose issuer's text contains one
/// of `issuers`, and those with one of these fingerprints.
struct BrowserQuestion {
  std::vector<std::string> issuers{};
  std::vector<std::string> fingerprints{};
};

/// A file in a browser's policy folder that chooses certificates. Its text would name the holder.
struct BrowserPolicy {
  std::string file{};
  std::string sha256{};  // of its text, hexadecimal lower case
  bool operator==(const BrowserPolicy&) const = default;
};

struct BrowserView {
  std::string place{};  // of the store; the user's home is "~", which may else be somebody's name
  bool there = false;   // the store exists
  bool locked = false;  // it has a password of its own, so its keys cannot be seen
  std::vector<StoredCertificate> certificates{};
  std::vector<std::string> policy_folders{};  // of the browsers on this machine
  std::vector<BrowserPolicy> policies{};
  bool operator==(const BrowserView&) const = default;
};

class Browsers {
 public:
  virtual ~Browsers() = default;
  /// `refused` when this user may not read the store, `failed` when it is damaged; `not_supported` where
  /// nothing is known of browsers or of whose they are.
  virtual Seen<BrowserView> look(const BrowserQuestion& question, const Limit& limit) = 0;
};

}  // namespace onshi
