// SPDX-License-Identifier: GPL-3.0-or-later
#include <array>
#include <functional>

#include "probes/preparation/day_plan.h"
#include "probes/preparation/topic_checks.h"
#include "probes/site/iso_day.h"
#include "probes/site/japan_calendar.h"

namespace onshi {
namespace {

using std::chrono::days;
using std::chrono::sys_days;
using std::chrono::year_month_day;
using Judge = Answer (*)(const DayPlan& plan, year_month_day today);

constexpr days kPatience{7};         // after which a missing sheet is asked for (application.md §5)
constexpr days kOldCertificate{60};  // of the 120, by when the change is to be under way
constexpr days kUrgent{80};
constexpr days kDownloadNear{14};

Facts day_facts(const char* key, year_month_day day) { return {{key, iso_day(day)}}; }

Answer judge_installation(const DayPlan& plan, year_month_day today) {
  const auto day = plan.noted(Milestone::installation);
  if (!day) return raise(Verdict::attention, FindingNumber::installation_day_missing);
  Facts facts = day_facts("installation_day", *day);
  const auto earliest = plan.earliest_installation();
  if (earliest && *day < *earliest && *day >= today) {
    return raise(Verdict::attention, FindingNumber::installation_too_early,
                 facts.add("earliest_day", iso_day(*earliest)));
  }
  return good(facts);
}

/// One that a person does by a day.
struct Term {
  Milestone what;
  const char* name;
  FindingNumber late;
};
constexpr std::array kTerms{
    Term{Milestone::reader_order, "reader_order", FindingNumber::reader_order_late},
    Term{Milestone::vendor_order, "vendor_order", FindingNumber::vendor_order_late},
    Term{Milestone::application, "application", FindingNumber::application_late},
    Term{Milestone::certificate_application, "certificate_application",
         FindingNumber::certificate_application_late},
    Term{Milestone::customer_id_change, "customer_id_change", FindingNumber::customer_id_change_late}};

/// The day from which `what` is counted, when the case has one and nobody entered it.
std::optional<Answer> reference_missing(Milestone what, const DayPlan& plan) {
  const Milestone from =
      what == Milestone::customer_id_change ? Milestone::line_removal : Milestone::code_change;
  if (!plan.has(from) || plan.noted(from)) return std::nullopt;
  return raise(Verdict::unknown, FindingNumber::reference_day_missing,
               {{"reference_day", "milestone_" + std::string(name_of(from))}});
}

/// What no official source names is no fault.
Verdict worst(bool is_sure) { return is_sure ? Verdict::fail : Verdict::attention; }

Answer judge_term(const Term& term, const DayPlan& plan) {
  const auto due = plan.due(term.what);
  if (plan.is_done(term.what)) return good(day_facts("done_on", *plan.noted(term.what)));
  if (plan.has_happened(term.what)) return good();
  if (term.what == Milestone::customer_id_change) {
    if (auto missing = reference_missing(term.what, plan)) return *std::move(missing);
  }
  if (!due) return good();
  Facts facts = day_facts("due_day", *due);
  const int late = plan.late(term.what);
  if (late == 0) return good(facts);
  return raise(worst(plan.is_surely_late(term.what)), term.late, facts.add("late_working_days", late));
}

Answer judge_master_account(const DayPlan& plan, year_month_day today) {
  const auto applied = plan.noted(Milestone::application);
  const bool waits = plan.is_done(Milestone::application) && !plan.has_happened(Milestone::master_account);
  if (!waits) return good();
  const auto expected = plan.expected(Milestone::master_account).value_or(*applied);
  Facts facts = day_facts("expected_day", expected);
  if (today <= expected || sys_days{today} <= sys_days{*applied} + kPatience) return good(facts);
  return raise(worst(plan.is_sure(Milestone::master_account)), FindingNumber::master_account_overdue,
               facts.add("done_on", iso_day(*applied)));
}

Answer judge_notice(const DayPlan& plan, year_month_day today) {
  const bool waits =
      plan.is_done(Milestone::certificate_application) && !plan.has_happened(Milestone::certificate_notice);
  const auto expected = plan.expected(Milestone::certificate_notice);
  if (!waits || !expected) return good();
  Facts facts = day_facts("expected_day", *expected);
  // It comes by post: the working day after the expected one is still in time.
  if (today <= working_days_from(*expected, 1).value_or(*expected)) return good(facts);
  return raise(worst(plan.is_sure(Milestone::certificate_notice)), FindingNumber::certificate_notice_overdue,
               facts);
}

Answer judge_old_certificate(const DayPlan& plan, year_month_day today) {
  const auto change = plan.noted(Milestone::code_change);
  const auto end = plan.expected(Milestone::old_certificate_end);
  if (plan.is_done(Milestone::installation)) return good();
  if (auto missing = reference_missing(Milestone::old_certificate_end, plan)) return *std::move(missing);
  if (!change || !end) return good();
  Facts facts = day_facts("last_day", *end);
  const Verdict wrong = worst(plan.is_sure(Milestone::old_certificate_end));
  if (today > *end) return raise(wrong, FindingNumber::old_certificate_ended, facts);
  facts.add("days_left", (sys_days{*end} - sys_days{today}).count());
  const days gone = sys_days{today} - sys_days{*change};
  if (gone >= kUrgent) return raise(wrong, FindingNumber::old_certificate_urgent, facts);
  return gone >= kOldCertificate ? raise(Verdict::attention, FindingNumber::old_certificate_half_gone, facts)
                                 : good(facts);
}

Answer judge_download(const DayPlan& plan, year_month_day today) {
  const auto end = plan.expected(Milestone::download_end);
  const bool applied = plan.is_done(Milestone::certificate_application);
  if (!end || !applied || plan.is_done(Milestone::installation)) return good();
  const Facts facts = day_facts("last_day", *end);
  if (today > *end)
    return raise(worst(plan.is_sure(Milestone::download_end)), FindingNumber::planned_download_ended, facts);
  const bool near = sys_days{*end} - sys_days{today} <= kDownloadNear;
  return near ? raise(Verdict::attention, FindingNumber::planned_download_ends_soon, facts) : good(facts);
}

struct Other {
  Milestone what;
  const char* name;
  Judge judge;
};
constexpr std::array kOthers{
    Other{Milestone::installation, "installation", judge_installation},
    Other{Milestone::master_account, "master_account", judge_master_account},
    Other{Milestone::certificate_notice, "certificate_notice", judge_notice},
    Other{Milestone::old_certificate_end, "old_certificate_end", judge_old_certificate},
    Other{Milestone::download_end, "download_end", judge_download}};

Check date_check(const char* name, std::function<Answer(const Inquiry&)> run) {
  return {.name = std::string("preparation.dates.") + name,
          .question = FindingNumber::preparation_dates,
          .run = std::move(run),
          .subject = std::string("milestone_") + name};
}

DayPlan plan_of(const Inquiry& inquiry, const SharedTables& tables) {
  return {*tables, inquiry.site.preparation, today_of(inquiry)};
}

}  // namespace

std::vector<Check> date_checks(const Site& site, const SharedTables& tables) {
  const auto dates = tables->rules_for(site.preparation.cases).dates;
  std::vector<Check> checks;
  for (const Term& term : kTerms) {
    if (!dates.contains(term.what)) continue;
    checks.push_back(date_check(term.name, [term, tables](const Inquiry& inquiry) {
      return judge_term(term, plan_of(inquiry, tables));
    }));
  }
  for (const Other& other : kOthers) {
    if (!dates.contains(other.what)) continue;
    checks.push_back(date_check(other.name, [other, tables](const Inquiry& inquiry) {
      return other.judge(plan_of(inquiry, tables), today_of(inquiry));
    }));
  }
  return checks;
}

}  // namespace onshi
