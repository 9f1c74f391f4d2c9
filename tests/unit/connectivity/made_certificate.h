// SPDX-License-Identifier: GPL-3.0-or-later
// Client certificates and their authorities, made on the spot: nothing of them is stored or leaves the test.
#pragma once

#include <chrono>
#include <memory>
#include <string>

#include "probes/site/client_certificate.h"

namespace onshi::test {

struct Authority {
  X509Pointer certificate;
  KeyPointer key;

  [[nodiscard]] std::string pem() const;
};

Authority make_authority(const std::string& name);

struct Period {
  std::chrono::sys_days from;
  std::chrono::sys_days until;
};

constexpr std::chrono::sys_days kToday{std::chrono::year{2026} / 11 / 21};
constexpr Period kValid{kToday - std::chrono::days{10}, kToday + std::chrono::days{400}};
constexpr Period kPast{kToday - std::chrono::days{400}, kToday - std::chrono::days{1}};
constexpr Period kFuture{kToday + std::chrono::days{1}, kToday + std::chrono::days{400}};

std::shared_ptr<const ClientCertificate> make_client(const Authority& issuer, const Period& period = kValid);

}  // namespace onshi::test
