// SPDX-License-Identifier: GPL-3.0-or-later
#include "probes/certificate/certificate_owner_check.h"

#include <algorithm>

#include "probes/certificate/certificate_checks.h"
#include "probes/certificate/certificate_schedule.h"
#include "probes/certificate/opened_evidence.h"
#include "probes/check/right_time.h"
#include "probes/site/institution_code.h"
#include "probes/site/japan_calendar.h"
#include "probes/site/japan_time.h"

namespace onshi {
namespace {

using std::chrono::sys_days;
using std::chrono::year_month_day;

/// The codes of this terminal: as chosen in the wizard and as on its sheets.
std::vector<std::string> codes_of(const Site& site) {
  std::vector<std::string> codes{site.institution.code};
  for (const auto& [environment, sheet] : site.sheets) codes.push_back(sheet.institution_code);
  std::erase(codes, std::string{});
  std::ranges::sort(codes);
  codes.erase(std::unique(codes.begin(), codes.end()), codes.end());
  return codes;
}

/// What was given out before the code changed can bear the old one only (certificate.md §5).
bool is_of_old_code(const CertificateFacts& seen, const CertificateDates& dates) {
  return dates.code_changed && japan_day(seen.not_before) < *dates.code_changed;
}

void add_working_days(Facts& facts, year_month_day today, std::optional<sys_days> until) {
  const auto left = until ? working_days_between(today, year_month_day{*until}) : std::nullopt;
  if (left && *left >= 0) facts.add("working_days_left", *left);
}

/// What is to be done by when with a certificate of the old code.
Answer about_old_code(const Inquiry& inquiry, const CertificateFacts& seen, Facts facts) {
  const year_month_day today = japan_day(right_time(inquiry));
  const OldCodeDays days =
      old_code_days(*inquiry.site.certificate_dates.code_changed, japan_day(seen.not_after));
  facts.add("old_code_until", iso_date(days.until));
  if (sys_days{today} > days.until) return raise(Verdict::fail, FindingNumber::old_code_ended, facts);
  if (days.apply_by) facts.add("new_code_apply_by", iso_date(*days.apply_by));
  const bool late = days.apply_by && sys_days{today} > *days.apply_by;
  add_working_days(facts, today, late ? days.until : days.apply_by);
  return raise(Verdict::attention,
               late ? FindingNumber::old_code_apply_late : FindingNumber::certificate_of_old_code, facts);
}

/// Where no code stands in it, the days alone tell: before the change it is still the code's own.
Answer about_nameless(const Inquiry& inquiry, const CertificateFacts& seen) {
  Facts facts{{"certificate_code", "none"}};
  const CertificateDates& dates = inquiry.site.certificate_dates;
  const bool changed = dates.code_changed && *dates.code_changed <= japan_day(right_time(inquiry));
  if (changed && is_of_old_code(seen, dates)) return about_old_code(inquiry, seen, std::move(facts));
  return good(facts);
}

Answer run(const Inquiry& inquiry) {
  const CertificateFacts& seen = opened_of(inquiry).facts;
  if (!seen.institution_code) return about_nameless(inquiry, seen);
  const std::vector<std::string> codes = codes_of(inquiry.site);
  Facts facts{{"certificate_code", *seen.institution_code}, {"code_place", seen.institution_code_place}};
  for (const std::string& code : codes) facts.add("site_code", code);
  if (codes.empty() || std::ranges::find(codes, *seen.institution_code) != codes.end()) return good(facts);
  if (is_of_old_code(seen, inquiry.site.certificate_dates)) return about_old_code(inquiry, seen, facts);
  // Ten digits whose check digit does not hold may be another number altogether.
  const Verdict verdict = check_digit_holds(*seen.institution_code) ? Verdict::fail : Verdict::attention;
  return raise(verdict, FindingNumber::certificate_of_other_institution, facts);
}

}  // namespace

Check certificate_owner_check() {
  return {.name = "certificate.owner",
          .question = FindingNumber::certificate_owner,
          .needs = {kCertificateOpens},
          .after = {"terminal.clock"},
          .run = run};
}

}  // namespace onshi
