// SPDX-License-Identifier: GPL-3.0-or-later
#include "probes/certificate/validity_check.h"

#include <array>

#include "probes/certificate/certificate_checks.h"
#include "probes/site/japan_time.h"

namespace onshi {
namespace {

struct Notice {
  int days;
  FindingNumber cause;
};

// The days on which the portal's client reminds (certificate.md §3), nearest first.
constexpr std::array<Notice, 5> kNotices{{{7, FindingNumber::certificate_ends_in_7_days},
                                          {15, FindingNumber::certificate_ends_in_15_days},
                                          {30, FindingNumber::certificate_ends_in_30_days},
                                          {60, FindingNumber::certificate_ends_in_60_days},
                                          {90, FindingNumber::certificate_ends_in_90_days}}};

Answer run(const Inquiry& inquiry) {
  const CertificateFacts& seen = inquiry.evidence.of<OpenedCertificate>(kCertificateOpens)->facts;
  const auto now = inquiry.world.machine().now();
  const auto days = std::chrono::floor<std::chrono::days>(seen.not_after - now).count();
  Facts facts{{"not_before", iso_date(seen.not_before)},
              {"not_after", iso_date(seen.not_after)},
              {"today", iso_date(now)}};
  facts.add("days_left", days);
  if (now < seen.not_before)
    return raise(Verdict::fail, FindingNumber::certificate_not_yet_valid, std::move(facts));
  if (now > seen.not_after) return raise(Verdict::fail, FindingNumber::certificate_expired, std::move(facts));
  for (const Notice& notice : kNotices) {
    if (days <= notice.days) return raise(Verdict::attention, notice.cause, std::move(facts));
  }
  return good(std::move(facts));
}

}  // namespace

Check certificate_validity_check() {
  return {.name = "certificate.validity",
          .question = FindingNumber::certificate_validity,
          .needs = {kCertificateOpens},
          .run = run};
}

}  // namespace onshi
