// SPDX-License-Identifier: GPL-3.0-or-later
#include "probes/certificate/certificate_schedule.h"

#include <algorithm>

#include "probes/site/japan_calendar.h"

namespace onshi {
namespace {

using std::chrono::days;
using std::chrono::sys_days;
using std::chrono::year_month_day;

constexpr days kRenewalOpens{90};
constexpr days kNotices[]{days{60}, days{30}, days{15}, days{7}};
constexpr int kIssue = 5;       // working days from application to notice, about
constexpr days kCodeLink{31};   // until a new code is known to the service, at the most
constexpr days kDownload{180};  // after the application
constexpr days kOldCode{120};   // after it was given up

class Schedule {
 public:
  void add(const char* what, sys_days day) { all_.push_back({what, day}); }
  /// The last working day that leaves `before` more of them up to `day`; none beyond the calendar.
  void add_working(const char* what, year_month_day day, int before) {
    const bool open = before == 0 && is_working_day(day);
    const auto found = open ? std::optional(day) : working_days_from(day, before == 0 ? -1 : -before);
    if (found) add(what, sys_days{*found});
  }
  std::vector<Deadline> sorted() {
    std::ranges::stable_sort(all_, {}, &Deadline::day);
    return std::move(all_);
  }

 private:
  std::vector<Deadline> all_;
};

}  // namespace

std::vector<Deadline> deadlines(year_month_day last, const CertificateDates& dates) {
  Schedule schedule;
  const sys_days end{last};
  schedule.add("renewal_opens", end - kRenewalOpens);
  for (const days notice : kNotices) schedule.add("client_notice", end - notice);
  schedule.add_working("apply_by", last, kIssue);
  schedule.add_working("renew_by", last, 0);
  if (dates.applied) schedule.add("download_until", sys_days{*dates.applied} + kDownload);
  if (dates.code_changed) {
    const sys_days until = std::min(sys_days{*dates.code_changed} + kOldCode, end);
    schedule.add("old_code_until", until);
    schedule.add_working("new_code_apply_by", year_month_day{until - kCodeLink}, kIssue);
  }
  return schedule.sorted();
}

}  // namespace onshi
