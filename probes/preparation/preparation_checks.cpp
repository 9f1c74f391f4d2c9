// SPDX-License-Identifier: GPL-3.0-or-later
#include "probes/preparation/preparation_checks.h"

#include <iterator>

#include "probes/preparation/topic_checks.h"
#include "probes/site/japan_time.h"

namespace onshi {
namespace {

void append(std::vector<Check>& checks, std::vector<Check> more) {
  checks.insert(checks.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
}

}  // namespace

std::chrono::year_month_day today_of(const Inquiry& inquiry) {
  return japan_day(inquiry.world.machine().now());
}

std::vector<Check> preparation_checks(const Site& site, const SharedTables& tables, bool secret_number) {
  std::vector<Check> checks = case_checks(site, tables);
  append(checks, form_checks(site, tables, secret_number));
  append(checks, date_checks(site, tables));
  append(checks, paper_checks(tables));
  return checks;
}

std::vector<Finding> preparation_findings(World& world, const Site& site, const Profile& profile,
                                          const SharedTables& tables) {
  const SiteSecrets secrets;
  const Evidence evidence;
  std::vector<Finding> findings;
  for (const Check& check : preparation_checks(site, tables, false)) {
    const Answer answer =
        check.run({world, site, profile, secrets, evidence, Limit::of(check.budget, std::stop_token{})});
    findings.push_back({.check = check.name,
                        .subject = check.subject,
                        .question = check.question,
                        .number = answer.cause.value_or(check.question),
                        .verdict = answer.verdict,
                        .facts = answer.facts,
                        .budget = check.budget,
                        .because_of = {}});
  }
  return findings;
}

}  // namespace onshi
