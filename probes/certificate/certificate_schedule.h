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

#include "probes/site/site.h"

namespace onshi {

/// `what` is the key of a fact: "renewal_opens", "client_notice", "apply_by", "renew_by", "download_until",
/// "new_code_apply_by", "old_code_until".
struct Deadline {
  std::string what;
  std::chrono::sys_days day;
  bool operator==(const Deadline&) const = default;
};

/// The last day of what is given out on `first` for so many months; the last of its month where the month is
/// shorter.
std::chrono::sys_days end_of_life(std::chrono::year_month_day first, int months);

/// The end of the download (application + 180 days).
std::chrono::sys_days download_end(std::chrono::year_month_day applied);

/// Until when the old code's certificate works, and by when the new one is to be applied for so that it is
/// there in time; the latter is an estimate and empty beyond the calendar.
struct OldCodeDays {
  std::chrono::sys_days until;
  std::optional<std::chrono::sys_days> apply_by;
};
/// `last` is the last day of the old certificate, where it is known.
OldCodeDays old_code_days(std::chrono::year_month_day changed,
                          std::optional<std::chrono::year_month_day> last);

/// The soonest first. `last` is the certificate's last day.
std::vector<Deadline> deadlines(std::chrono::year_month_day last, const CertificateDates& dates);

}  // namespace onshi
