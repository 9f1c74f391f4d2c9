// SPDX-License-Identifier: GPL-3.0-or-later
// What must be done for a certificate by when (certificate.md §2, §3, §5): renewal opens and the client's
// notices, the last working day for each way to go on, and, where a person gives the dates, the end of the
// download and of an old code. Days are days in Japan; what rests on working days is an estimate. Pure, any
// thread.
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <vector>

namespace onshi {

struct CertificateDates {
  std::optional<std::chrono::year_month_day> applied{};       // for this certificate
  std::optional<std::chrono::year_month_day> code_changed{};  // when the old code was given up
};

/// `what` is the key of a fact: "renewal_opens", "client_notice", "apply_by", "renew_by", "download_until",
/// "new_code_apply_by", "old_code_until".
struct Deadline {
  std::string what;
  std::chrono::sys_days day;
  bool operator==(const Deadline&) const = default;
};

/// The soonest first. `last` is the certificate's last day.
std::vector<Deadline> deadlines(std::chrono::year_month_day last, const CertificateDates& dates);

}  // namespace onshi
