// SPDX-License-Identifier: GPL-3.0-or-later
#include <functional>

#include "probes/preparation/day_plan.h"
#include "probes/preparation/secret_number.h"
#include "probes/preparation/topic_checks.h"
#include "probes/site/iso_day.h"

namespace onshi {
namespace {

using std::chrono::year_month;

const ApplicationForm& form_of(const Inquiry& inquiry) { return inquiry.site.preparation.form; }

year_month month_of(std::chrono::year_month_day day) { return day.year() / day.month(); }

Answer judge_terms(const Inquiry& inquiry) {
  return form_of(inquiry).terms_agreed ? good() : raise(Verdict::attention, FindingNumber::terms_not_agreed);
}

/// Of a 職域診療所, to which 電子処方箋管理サービス is not open.
Answer judge_no_prescription(const Inquiry& inquiry) {
  return form_of(inquiry).prescription_agreed
             ? raise(Verdict::attention, FindingNumber::prescription_not_offered)
             : good();
}

Answer judge_line_type(const Inquiry& inquiry) {
  const auto type = inquiry.site.line.type;
  if (!type) return raise(Verdict::fail, FindingNumber::application_line_missing);
  return good(Facts{{"declared_type", "line_type_" + std::string(name_of(*type))}});
}

Answer judge_customer_id(const Inquiry& inquiry) { return customer_id_answer(inquiry.site); }

/// Declared is not active: 「近日中に申込予定」 satisfies the form and not the line.
Answer judge_v6(const Inquiry& inquiry) {
  const DeclaredLine& line = inquiry.site.line;
  if (line.type != LineType::ip_vpn_ntt || line.v6_option == V6Declaration::contracted) return good();
  if (line.v6_option == V6Declaration::planned)
    return raise(Verdict::attention, FindingNumber::v6_only_planned);
  return raise(Verdict::fail, FindingNumber::v6_not_declared);
}

/// The months are chosen for the form; once it was sent they may pass.
bool is_handed_in(const DayPlan& plan) {
  return plan.has_happened(Milestone::application) || plan.is_done(Milestone::installation);
}

Answer judge_start(const Inquiry& inquiry, const SharedTables& tables) {
  const auto start = form_of(inquiry).start;
  if (!start) return raise(Verdict::attention, FindingNumber::start_month_missing);
  Facts facts{{"start_month", iso_month(*start)}};
  const auto today = today_of(inquiry);
  const DayPlan plan(*tables, inquiry.site.preparation, today);
  if (is_handed_in(plan)) return good(facts);
  if (*start < month_of(today)) return raise(Verdict::fail, FindingNumber::start_month_past, facts);
  const auto earliest = plan.earliest_installation();
  if (!earliest || month_of(*earliest) <= *start) return good(facts);
  facts.add("earliest_day", iso_day(*earliest));
  return raise(Verdict::attention, FindingNumber::start_month_too_near, facts);
}

Answer judge_test(const Inquiry& inquiry, const SharedTables& tables) {
  const ApplicationForm& form = form_of(inquiry);
  if (!form.test) return good();  // 未定の方は入力不要
  const Facts facts{{"test_month", iso_month(*form.test)},
                    {"start_month", form.start ? iso_month(*form.start) : std::string("-")}};
  if (is_handed_in(DayPlan(*tables, inquiry.site.preparation, today_of(inquiry)))) return good(facts);
  if (*form.test < month_of(today_of(inquiry))) {
    return raise(Verdict::attention, FindingNumber::test_month_past, facts);
  }
  const bool after = form.start && *form.test > *form.start;
  return after ? raise(Verdict::attention, FindingNumber::test_after_start, facts) : good(facts);
}

Answer judge_fee(const Inquiry& inquiry) {
  const auto fee = form_of(inquiry).fee;
  if (!fee) return raise(Verdict::attention, FindingNumber::fee_payment_missing);
  return good(Facts{{"fee", "fee_" + std::string(name_of(*fee))}});
}

/// The digits are compared here and leave no fact.
Answer judge_secret_number(const Inquiry& inquiry) {
  const auto& typed = inquiry.secrets.secret_number;
  const auto fault = typed ? fault_of_secret_number((*typed)[0], (*typed)[1]) : SecretNumberFault::form;
  switch (fault) {
    case SecretNumberFault::differ:
      return raise(Verdict::fail, FindingNumber::secret_numbers_differ);
    case SecretNumberFault::guessable:
      return raise(Verdict::attention, FindingNumber::secret_number_guessable);
    case SecretNumberFault::none:
      return good();
    default:
      return raise(Verdict::fail, FindingNumber::secret_number_form);
  }
}

}  // namespace

std::vector<Check> form_checks(const Site& site, const SharedTables& tables, bool secret_number) {
  const auto questions = tables->rules_for(site.preparation.cases).questions;
  std::vector<Check> checks;
  const auto add = [&](const std::string& question, std::function<Answer(const Inquiry&)> run) {
    if (!questions.contains(question)) return;
    checks.push_back({.name = "preparation." + question,
                      .question = FindingNumber::application_form,
                      .run = std::move(run),
                      .subject = "form_" + question});
  };
  add("terms", judge_terms);
  add("no_prescription", judge_no_prescription);
  add("line_type", judge_line_type);
  add("customer_id", judge_customer_id);
  add("v6", judge_v6);
  add("start", [tables](const Inquiry& inquiry) { return judge_start(inquiry, tables); });
  add("test", [tables](const Inquiry& inquiry) { return judge_test(inquiry, tables); });
  add("fee", judge_fee);
  if (secret_number && questions.contains("secret_number")) {
    checks.push_back({.name = "preparation.secret_number",
                      .question = FindingNumber::secret_number,
                      .run = judge_secret_number});
  }
  return checks;
}

}  // namespace onshi
