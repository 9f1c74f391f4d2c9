// SPDX-License-Identifier: GPL-3.0-or-later
#include "probes/certificate/certificate_validity_check.h"

#include <algorithm>
#include <array>

#include "probes/certificate/certificate_checks.h"
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

void add_deadlines(Facts& facts, Time last, const CertificateDates& dates) {
  for (const Deadline& each : deadlines(japan_day(last), dates)) facts.add(each.what, iso_date(each.day));
}

Answer run(const Inquiry& inquiry, const CertificateDates& dates) {
  const CertificateFacts& seen = opened_of(inquiry).facts;
  const Time now = right_time(inquiry);
  const long left = days_between(now, seen.not_after);
  Facts facts{{"not_before", iso_date(seen.not_before)},
              {"not_after", iso_date(seen.not_after)},
              {"today", iso_date(now)}};
  if (now < seen.not_before) return raise(Verdict::fail, FindingNumber::certificate_not_yet_valid, facts);
  if (now > seen.not_after) return raise(Verdict::fail, FindingNumber::certificate_expired, facts);
  facts.add("days_left", left);
  add_deadlines(facts, seen.not_after, dates);
  const auto* near =
      std::ranges::find_if(kThresholds, [left](const Threshold& each) { return left <= each.days; });
  return near == kThresholds.end() ? good(facts) : raise(Verdict::attention, near->number, facts);
}

}  // namespace

Check certificate_validity_check(const CertificateDates& dates) {
  return {.name = "certificate.validity",
          .question = FindingNumber::certificate_validity,
          .needs = {kCertificateOpens},
          .after = {"terminal.clock"},
          .run = [dates](const Inquiry& inquiry) { return run(inquiry, dates); }};
}

}  // namespace onshi
