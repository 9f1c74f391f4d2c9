// SPDX-License-Identifier: GPL-3.0-or-later
// What the terminal was before the certificate was installed for browsers, and how far that got: the site's
// folder keeps it from before the first change until the last one is undone. It holds fingerprints and
// policies, never a key or a password. A value and free functions; one thread.
#pragma once

#include <chrono>
#include <expected>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "probes/certificate/certificate_checks.h"
#include "wizard/actions/action.h"

namespace onshi {

/// How a certificate lay in the store.
struct HeldCertificate {
  std::string fingerprint{};  // SHA-256, hexadecimal lower case
  bool there = false;
  bool key = false;
  std::string trust{};  // as the store writes it; empty: none
  bool operator==(const HeldCertificate&) const = default;
};

struct UndoSlip {
  enum class State { applying, applied, undoing };
  struct Policy {
    std::string file{};
    std::optional<std::string> before{};  // its text; empty: no such file
    std::string after{};
    bool operator==(const Policy&) const = default;
  };

  State state = State::applying;
  std::chrono::system_clock::time_point when{};
  bool store_there = false;
  std::string certificate{};                    // fingerprint of the one that was installed
  std::vector<HeldCertificate> certificates{};  // it, its authorities and the roots, as they were
  std::vector<Policy> policies{};
  std::vector<std::string> folders{};  // that were made, each after the one that it lies in
  bool operator==(const UndoSlip&) const = default;
};

/// Empty when there is none.
std::expected<std::optional<UndoSlip>, ActionFault> load_slip(const std::filesystem::path& site);
Done save_slip(const std::filesystem::path& site, const UndoSlip& slip);
Done drop_slip(const std::filesystem::path& site);

/// A slip that cannot be read is an unfinished one.
BrowserWish browser_wish(const std::filesystem::path& site);

}  // namespace onshi
