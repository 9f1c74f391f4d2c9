// SPDX-License-Identifier: GPL-3.0-or-later
// What the browsers of this terminal's user know: the certificates in the store that they share, and the
// policies that choose one for a site. Only certificates that have a key, and authorities that are trusted,
// are told, and never a subject. Looking changes nothing. Called from check threads; thread-safe.
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

/// A file in a browser's policy folder that chooses certificates.
struct BrowserPolicy {
  std::string file{};
  std::string text{};
  bool operator==(const BrowserPolicy&) const = default;
};

struct BrowserView {
  std::string place{};  // of the store
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
  /// `failed` when the store is there and cannot be read; `not_supported` where nothing is known of browsers.
  virtual Seen<BrowserView> look(const Limit& limit) = 0;
};

}  // namespace onshi
