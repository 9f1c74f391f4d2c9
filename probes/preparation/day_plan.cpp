// SPDX-License-Identifier: GPL-3.0-or-later
#include "probes/preparation/day_plan.h"

#include <algorithm>
#include <array>

#include "probes/site/japan_calendar.h"
#include "probes/site/name_table.h"

namespace onshi {
namespace {

using std::chrono::days;
using std::chrono::months;
using std::chrono::sys_days;
using std::chrono::year_month_day;
using Relation = ScheduleRow::Relation;
using Meaning = PlannedDay::Meaning;
using Day = DayPlan::Day;

constexpr NameTable<Meaning, 6> kMeanings{{{Meaning::done, "done"},
                                           {Meaning::planned, "planned"},
                                           {Meaning::due, "due"},
                                           {Meaning::expected, "expected"},
                                           {Meaning::limit, "limit"},
                                           {Meaning::earliest, "earliest"}}};

/// The end of a month that has no such day.
year_month_day plus_months(year_month_day day, int count) {
  const year_month_day moved = day + months{count};
  return moved.ok() ? moved : year_month_day{moved.year() / moved.month() / std::chrono::last};
}

Day moved(year_month_day day, const Span& span, int sign) {
  const year_month_day by_month = plus_months(day, sign * span.months);
  const year_month_day by_day{sys_days{by_month} + days{sign * span.days}};
  return span.working_days == 0 ? Day(by_day) : working_days_from(by_day, sign * span.working_days);
}

/// Offices are asked on days on which they are open; beyond the calendar the day stays.
year_month_day open_day(year_month_day day, int towards) {
  return is_working_day(day) ? day : working_days_from(day, towards).value_or(day);
}

Day sooner(Day one, Day other) { return !one || (other && *other < *one) ? other : one; }

/// What others send once it was applied for.
bool comes_by_itself(Milestone what) {
  return what == Milestone::master_account || what == Milestone::certificate_notice;
}

/// A step, and the one that cannot be done before it.
struct Step {
  Milestone what;
  Milestone next;
};
constexpr std::array kSteps{Step{Milestone::reader_order, Milestone::reader_arrival},
                            Step{Milestone::reader_arrival, Milestone::installation},
                            Step{Milestone::vendor_order, Milestone::installation},
                            Step{Milestone::application, Milestone::master_account},
                            Step{Milestone::master_account, Milestone::certificate_application},
                            Step{Milestone::certificate_application, Milestone::certificate_notice},
                            Step{Milestone::certificate_notice, Milestone::installation}};

bool ends_something(Milestone what) {
  return what == Milestone::old_certificate_end || what == Milestone::download_end ||
         what == Milestone::certificate_renewal;
}

}  // namespace

std::string_view name_of(Meaning meaning) { return name_in(kMeanings, meaning); }

Day day_after(year_month_day day, const Span& span) { return moved(day, span, 1); }
Day day_before(year_month_day day, const Span& span) { return moved(day, span, -1); }

DayPlan::DayPlan(const PreparationTables& tables, const Preparation& preparation, year_month_day today)
    : schedule_(tables.schedule),
      rules_(tables.rules_for(preparation.cases)),
      days_(preparation.days),
      today_(today) {}

bool DayPlan::is_done(Milestone what) const {
  const auto found = days_.find(what);
  return found != days_.end() && found->second.done;
}

bool DayPlan::has_happened(Milestone what) const {
  return is_done(what) || std::ranges::any_of(kSteps, [&](const Step& step) {
           return step.what == what && has(step.next) && has_happened(step.next);
         });
}

Day DayPlan::noted(Milestone what) const {
  const auto found = days_.find(what);
  return found == days_.end() ? Day{} : Day{found->second.day};
}

Day DayPlan::due(Milestone what) const { return due_by(what, false); }

Day DayPlan::due_by(Milestone what, bool only_confirmed) const {
  Day earliest;
  for (const ScheduleRow& row : schedule_) {
    if (row.relation != Relation::before || row.what != what || !has(row.other)) continue;
    if (only_confirmed && !row.confirmed) continue;
    const bool end = ends_something(row.other);
    if (only_confirmed && end && !is_sure(row.other)) continue;
    // What has happened no longer sets a term.
    if (!end && has_happened(row.other)) continue;
    Day other = noted(row.other);
    if (!other) other = end ? expected(row.other) : due_by(row.other, only_confirmed);
    const Day own = other ? day_before(*other, row.span) : Day{};
    if (own) earliest = sooner(earliest, open_day(*own, -1));
  }
  return earliest;
}

bool DayPlan::is_sure(Milestone what) const {
  return std::ranges::all_of(schedule_, [&](const ScheduleRow& row) {
    const bool leads = row.relation == Relation::after && row.what == what && has(row.other);
    return !leads || (row.confirmed && is_sure(row.other));
  });
}

Day DayPlan::expected(Milestone what) const {
  for (const ScheduleRow& row : schedule_) {
    if (row.relation != Relation::after || row.what != what || !has(row.other)) continue;
    const Day other = noted(row.other) ? noted(row.other) : expected(row.other);
    if (!other && comes_by_itself(what)) return soonest(what);
    if (other) return day_after(*other, row.span);
  }
  return {};
}

year_month_day DayPlan::soonest(Milestone what) const {
  if (is_done(what)) return *noted(what);
  if (has_happened(what)) return today_;
  // The planned installation is what this is compared with, so it is no part of it.
  const Day planned = what == Milestone::installation ? Day{} : noted(what);
  year_month_day soonest_day = std::max(today_, planned.value_or(today_));
  for (const ScheduleRow& row : schedule_) {
    if (row.relation == Relation::before || row.what != what || !has(row.other)) continue;
    const year_month_day other =
        row.other == Milestone::code_change ? noted(row.other).value_or(today_) : soonest(row.other);
    soonest_day = std::max(soonest_day, day_after(other, row.span).value_or(soonest_day));
  }
  return soonest_day;
}

Day DayPlan::earliest_installation() const {
  if (!has(Milestone::earliest_installation) || is_done(Milestone::installation)) return {};
  return open_day(soonest(Milestone::installation), 1);
}

int DayPlan::late(Milestone what) const {
  const Day last = due(what);
  if (has_happened(what) || !last || *last >= today_) return 0;
  return std::max(1, working_days_between(*last, today_).value_or(0));
}

bool DayPlan::is_surely_late(Milestone what) const {
  const Day last = due_by(what, true);
  return !has_happened(what) && last && *last < today_;
}

std::vector<PlannedDay> DayPlan::lines_of(Milestone what) const {
  if (const Day day = noted(what)) {
    std::vector<PlannedDay> lines{{what, is_done(what) ? Meaning::done : Meaning::planned, *day, late(what)}};
    if (const Day last = due(what); last && !has_happened(what))
      lines.push_back({what, Meaning::due, *last, late(what)});
    return lines;
  }
  if (what == Milestone::earliest_installation) {
    const Day day = earliest_installation();
    return day ? std::vector<PlannedDay>{{what, Meaning::earliest, *day}} : std::vector<PlannedDay>{};
  }
  std::vector<PlannedDay> lines;
  if (has_happened(what)) return lines;
  if (const Day day = due(what)) lines.push_back({what, Meaning::due, *day, late(what)});
  if (const Day day = expected(what)) {
    lines.push_back({what, ends_something(what) ? Meaning::limit : Meaning::expected, *day});
  }
  return lines;
}

std::vector<PlannedDay> DayPlan::all() const {
  std::vector<PlannedDay> lines;
  for (const Milestone what : rules_.dates) {
    for (const PlannedDay& line : lines_of(what)) lines.push_back(line);
  }
  std::ranges::stable_sort(lines, {}, &PlannedDay::day);
  return lines;
}

}  // namespace onshi
