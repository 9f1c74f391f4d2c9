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
  void add(const char* what, std::optional<sys_days> day) {
    if (day) add(what, *day);
  }
  std::vector<Deadline> sorted() {
    std::ranges::stable_sort(all_, {}, &Deadline::day);
    return std::move(all_);
  }

 private:
  std::vector<Deadline> all_;
};

/// The last working day that leaves `before` more of them up to `day`; none beyond the calendar.
std::optional<sys_days> working_day(year_month_day day, int before) {
  const bool open = before == 0 && is_working_day(day);
  const auto found = open ? std::optional(day) : working_days_from(day, before == 0 ? -1 : -before);
  return found ? std::optional(sys_days{*found}) : std::nullopt;
}

}  // namespace

sys_days end_of_life(year_month_day first, int months) {
  const year_month_day end = first + std::chrono::months{months};
  return end.ok() ? sys_days{end} : sys_days{end.year() / end.month() / std::chrono::last};
}

sys_days download_end(year_month_day applied) { return sys_days{applied} + kDownload; }

OldCodeDays old_code_days(year_month_day changed, std::optional<year_month_day> last) {
  const sys_days whole = sys_days{changed} + kOldCode;
  const sys_days until = last ? std::min(whole, sys_days{*last}) : whole;
  return {until, working_day(year_month_day{until - kCodeLink}, kIssue)};
}

std::vector<Deadline> deadlines(year_month_day last, const CertificateDates& dates) {
  Schedule schedule;
  const sys_days end{last};
  schedule.add("renewal_opens", end - kRenewalOpens);
  for (const days notice : kNotices) schedule.add("client_notice", end - notice);
  schedule.add("apply_by", working_day(last, kIssue));
  schedule.add("renew_by", working_day(last, 0));
  if (dates.applied) schedule.add("download_until", download_end(*dates.applied));
  if (dates.code_changed) {
    const OldCodeDays old = old_code_days(*dates.code_changed, last);
    schedule.add("old_code_until", old.until);
    schedule.add("new_code_apply_by", old.apply_by);
  }
  return schedule.sorted();
}

}  // namespace onshi
