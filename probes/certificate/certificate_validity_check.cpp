// SPDX-License-Identifier: GPL-3.0-or-later
#include "probes/certificate/certificate_validity_check.h"

#include <algorithm>
#include <array>

#include "probes/certificate/certificate_checks.h"
#include "probes/certificate/certificate_schedule.h"
#include "probes/certificate/opened_evidence.h"
#include "probes/check/right_time.h"
#include "probes/site/japan_time.h"

namespace onshi {
namespace {

using Time = std::chrono::system_clock::time_point;

struct Threshold {
  int days;  // and fewer
  FindingNumber number;
};

constexpr std::array<Threshold, 5> kThresholds{{{7, FindingNumber::certificate_ends_in_7_days},
                                                {15, FindingNumber::certificate_ends_in_15_days},
                                                {30, FindingNumber::certificate_ends_in_30_days},
                                                {60, FindingNumber::certificate_ends_in_60_days},
                                                {90, FindingNumber::certificate_ends_in_90_days}}};

long days_between(Time from, Time to) {
  return (std::chrono::sys_days{japan_day(to)} - std::chrono::sys_days{japan_day(from)}).count();
}

/// Without what this certificate has answered already: it came after the application, or after the change.
CertificateDates still_open(CertificateDates dates, Time begin) {
  const std::chrono::year_month_day issued = japan_day(begin);
  if (dates.applied && issued >= *dates.applied) dates.applied.reset();
  if (dates.code_changed && issued >= *dates.code_changed) dates.code_changed.reset();
  return dates;
}

void add_deadlines(Facts& facts, Time last, const CertificateDates& dates) {
  for (const Deadline& each : deadlines(japan_day(last), dates)) facts.add(each.what, iso_date(each.day));
}

/// Whether it was given out for as long as the profile says, or nearly: from which day that is counted is
/// unconfirmed.
bool has_usual_life(const CertificateFacts& seen, int months, Facts& facts) {
  constexpr std::chrono::days kPlay{31};
  if (months == 0) return true;
  const auto expected = end_of_life(japan_day(seen.not_before), months);
  const auto off = std::chrono::abs(std::chrono::sys_days{japan_day(seen.not_after)} - expected);
  if (off > kPlay) facts.add("usual_until", iso_date(expected));
  return off <= kPlay;
}

Answer run(const Inquiry& inquiry) {
  const CertificateFacts& seen = opened_of(inquiry).facts;
  const Time now = right_time(inquiry);
  const long left = days_between(now, seen.not_after);
  Facts facts{{"not_before", iso_date(seen.not_before)},
              {"not_after", iso_date(seen.not_after)},
              {"today", iso_date(now)}};
  if (now < seen.not_before) return raise(Verdict::fail, FindingNumber::certificate_not_yet_valid, facts);
  if (now > seen.not_after) return raise(Verdict::fail, FindingNumber::certificate_expired, facts);
  facts.add("days_left", left);
  add_deadlines(facts, seen.not_after, still_open(inquiry.site.certificate_dates, seen.not_before));
  const auto* near =
      std::ranges::find_if(kThresholds, [left](const Threshold& each) { return left <= each.days; });
  if (near != kThresholds.end()) return raise(Verdict::attention, near->number, facts);
  if (has_usual_life(seen, inquiry.profile.certificate_months, facts)) return good(facts);
  return raise(Verdict::attention, FindingNumber::certificate_life_unusual, facts);
}

}  // namespace

Check certificate_validity_check() {
  return {.name = "certificate.validity",
          .question = FindingNumber::certificate_validity,
          .needs = {kCertificateOpens},
          .after = {"terminal.clock"},
          .run = run};
}

}  // namespace onshi
