// SPDX-License-Identifier: GPL-3.0-or-later
// The days of one institution's preparation, planned back from the installation and forward from today, in
// working days (application.md §5). What a person noted stands; all else is an estimate. A value, any thread.
#pragma once

#include <chrono>
#include <optional>
#include <vector>

#include "probes/preparation/preparation_tables.h"

namespace onshi {

/// One line of the calendar.
struct PlannedDay {
  enum class Meaning { done, planned, due, expected, limit, earliest };
  Milestone what = Milestone::installation;
  Meaning meaning = Meaning::planned;
  std::chrono::year_month_day day;
  int late = 0;  // working days since it was due
  bool operator==(const PlannedDay&) const = default;
};

std::string_view name_of(PlannedDay::Meaning meaning);

class DayPlan {
 public:
  using Day = std::optional<std::chrono::year_month_day>;

  DayPlan(const PreparationTables& tables, const Preparation& preparation, std::chrono::year_month_day today);

  [[nodiscard]] bool has(Milestone what) const { return rules_.dates.contains(what); }
  [[nodiscard]] bool is_done(Milestone what) const;
  /// Noted as done, or something is that cannot be done before it.
  [[nodiscard]] bool has_happened(Milestone what) const;
  [[nodiscard]] Day noted(Milestone what) const;
  /// The last day on which it is in time; empty when nothing that it must precede is known.
  [[nodiscard]] Day due(Milestone what) const;
  /// Whether it is overdue by what an official source names; what is only said in the field is no fault.
  [[nodiscard]] bool is_surely_late(Milestone what) const;
  /// Whether every source that leads forward to it is official.
  [[nodiscard]] bool is_sure(Milestone what) const;
  /// When it comes after what was done or is planned; empty while that is unknown.
  [[nodiscard]] Day expected(Milestone what) const;
  /// The soonest that it can be, if all goes as it should from today on.
  [[nodiscard]] std::chrono::year_month_day soonest(Milestone what) const;
  [[nodiscard]] Day earliest_installation() const;
  /// How many working days it is overdue; 0 when done, in time or without a due day.
  [[nodiscard]] int late(Milestone what) const;

  /// Everything that is known, the soonest first.
  [[nodiscard]] std::vector<PlannedDay> all() const;

 private:
  [[nodiscard]] Day due_by(Milestone what, bool only_confirmed) const;
  [[nodiscard]] std::vector<PlannedDay> lines_of(Milestone what) const;

  std::vector<ScheduleRow> schedule_;
  CaseRules rules_;
  std::map<Milestone, NotedDay> days_;
  std::chrono::year_month_day today_;
};

/// The day that lies the span after this one, or before it.
DayPlan::Day day_after(std::chrono::year_month_day day, const Span& span);
DayPlan::Day day_before(std::chrono::year_month_day day, const Span& span);

}  // namespace onshi
