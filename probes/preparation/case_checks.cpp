// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <functional>

#include "probes/preparation/topic_checks.h"

namespace onshi {
namespace {

std::string kind_word(InstitutionKind kind) { return "number_" + std::string(name_of(kind)); }

Answer judge_case(const Inquiry& inquiry, const SharedTables& tables) {
  const auto one = main_case(*tables, inquiry.site.preparation.cases);
  if (!one) return raise(Verdict::attention, FindingNumber::case_not_chosen);
  const Facts facts{{"case", "case_" + std::string(name_of(*one))}};
  if (*one == InstitutionCase::move_with_same_line) {
    return raise(Verdict::unknown, FindingNumber::case_not_described, facts);
  }
  return good(facts);
}

/// A 仮コード serves for account and reader; whoever writes the form has gone further. What was entered for
/// another case and is not asked for in this one does not count.
bool is_applying(const Preparation& preparation, const CaseRules& rules) {
  const ApplicationForm& form = preparation.form;
  const auto asked = [&](const char* question) { return rules.questions.contains(question); };
  const auto noted = [&](Milestone what) {
    return rules.dates.contains(what) && preparation.days.contains(what);
  };
  return (form.terms_agreed && asked("terms")) || (form.start && asked("start")) ||
         (form.fee && asked("fee")) || noted(Milestone::application) ||
         noted(Milestone::certificate_application);
}

Answer judge_number(const Inquiry& inquiry, const SharedTables& tables) {
  const Site& site = inquiry.site;
  const InstitutionKind kind = site.institution.kind;
  const CaseRules rules = tables->rules_for(site.preparation.cases);
  const auto& allowed = rules.codes;
  Facts facts{{"number_kind", kind_word(kind)}};
  if (kind == InstitutionKind::provisional_code && is_applying(site.preparation, rules)) {
    return raise(Verdict::fail, FindingNumber::provisional_code_goes_no_further, facts);
  }
  if (std::ranges::find(allowed, kind) != allowed.end()) return good(facts);
  for (const InstitutionKind one : allowed) facts.add("number_wanted", kind_word(one));
  return raise(Verdict::attention, FindingNumber::case_number_differs, facts);
}

Answer judge_two_lines(const Inquiry& /*inquiry*/) {
  return raise(Verdict::attention, FindingNumber::two_lines_own_procedure);
}

}  // namespace

std::vector<Check> case_checks(const Site& site, const SharedTables& tables) {
  std::vector<Check> checks;
  const auto add = [&](const char* name, const char* subject, std::function<Answer(const Inquiry&)> run) {
    checks.push_back({.name = name,
                      .question = FindingNumber::preparation_case,
                      .run = std::move(run),
                      .subject = subject});
  };
  add("preparation.case", "subject_case",
      [tables](const Inquiry& inquiry) { return judge_case(inquiry, tables); });
  add("preparation.number", "subject_number",
      [tables](const Inquiry& inquiry) { return judge_number(inquiry, tables); });
  if (site.preparation.cases.contains(InstitutionCase::two_lines)) {
    add("preparation.two_lines", "subject_two_lines", judge_two_lines);
  }
  return checks;
}

}  // namespace onshi
