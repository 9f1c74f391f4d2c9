// SPDX-License-Identifier: GPL-3.0-or-later
// What can be known about the terminal's own certificate without asking anybody: a server's refusal is read
// against it (certificate.md §8). Pure functions over OpenSSL values, any thread.
#pragma once

#include <chrono>
#include <optional>
#include <string>

#include "probes/site/client_certificate.h"
#include "probes/site/profile.h"

namespace onshi {

struct LocalCertificate {
  bool expired = false;
  bool not_yet_valid = false;
  std::optional<bool> issuer_fits;  // empty: nothing to compare with
  std::string issuer;               // as OpenSSL prints it on one line, RFC 2253
  std::chrono::system_clock::time_point not_before;
  std::chrono::system_clock::time_point not_after;
};

LocalCertificate look_at(const ClientCertificate& certificate, const Profile& profile,
                         std::chrono::system_clock::time_point now);

}  // namespace onshi
