// SPDX-License-Identifier: GPL-3.0-or-later
#include "probes/certificate/certificate_download_check.h"

#include "probes/certificate/certificate_checks.h"
#include "probes/certificate/certificate_schedule.h"
#include "probes/check/right_time.h"
#include "probes/site/iso_day.h"
#include "probes/site/japan_calendar.h"
#include "probes/site/japan_time.h"

namespace onshi {
namespace {

using std::chrono::sys_days;
using std::chrono::year_month_day;

constexpr std::chrono::days kSoon{30};
constexpr int kIssue = 5;  // working days from application to notice, about

/// Since when the certificate holds that this terminal has; empty when it has none.
std::optional<std::chrono::system_clock::time_point> begin_of(const Inquiry& inquiry) {
  const auto* opened = inquiry.evidence.of<OpenedCertificate>(kCertificateOpens);
  if (opened != nullptr) return opened->facts.not_before;
  const auto& kept = inquiry.site.certificate;
  return kept ? std::optional(kept->not_before) : std::nullopt;
}

Facts facts_of(year_month_day applied, year_month_day today) {
  const sys_days until = download_end(applied);
  Facts facts{{"applied", iso_day(applied)}, {"download_until", iso_date(until)}};
  if (const auto notice = working_days_from(applied, kIssue)) {
    facts.add("notice_by", iso_day(*notice));
  }
  const auto left = working_days_between(today, year_month_day{until});
  if (left && *left >= 0) facts.add("working_days_left", *left);
  return facts;
}

Answer run(const Inquiry& inquiry) {
  const year_month_day applied = *inquiry.site.certificate_dates.applied;
  const year_month_day today = japan_day(right_time(inquiry));
  const auto begin = begin_of(inquiry);
  // One that was given out before the application is another one, which is to be replaced.
  if (begin && japan_day(*begin) >= applied) {
    return good({{"applied", iso_day(applied)}, {"certificate_in_hand", "yes"}});
  }
  const Facts facts = facts_of(applied, today);
  const auto left = download_end(applied) - sys_days{today};
  if (applied > today) return raise(Verdict::attention, FindingNumber::application_day_ahead, facts);
  // With an older one in use the terminal still works.
  const Verdict verdict = begin ? Verdict::attention : Verdict::fail;
  if (left.count() < 0) return raise(verdict, FindingNumber::download_ended, facts);
  if (left <= kSoon) return raise(Verdict::attention, FindingNumber::download_ends_soon, facts);
  return good(facts);
}

}  // namespace

Check certificate_download_check() {
  return {.name = "certificate.download",
          .question = FindingNumber::certificate_download,
          .after = {kCertificateOpens, "terminal.clock"},
          .run = run};
}

}  // namespace onshi
