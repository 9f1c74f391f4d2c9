// SPDX-License-Identifier: GPL-3.0-or-later
// An office in which a set-up is prepared: the shipped tables, a day that is today, and an invented clinic in
// operation whose form is complete. A test changes what it is about and asks one check.
#pragma once

#include <memory>
#include <string>

#include "probes/preparation/day_plan.h"
#include "probes/preparation/preparation_checks.h"
#include "tests/unit/support/ask.h"

namespace onshi::test {

std::chrono::year_month_day day(const char* text);
SharedTables shipped_tables();

struct Office {
  Office();
  void today(const char* text);
  void done(Milestone what, const char* text) { site().preparation.days[what] = {day(text), true}; }
  void planned(Milestone what, const char* text) { site().preparation.days[what] = {day(text), false}; }
  void is(InstitutionCase one) { site().preparation.cases.insert(one); }
  void only(InstitutionCase one) { site().preparation.cases = {one}; }

  Site& site() { return situation.site; }
  ApplicationForm& form() { return site().preparation.form; }
  [[nodiscard]] DayPlan plan() const;
  /// The answer's number: of its cause, or of its question when it is good.
  Finding ask_for(const std::string& check);
  bool has(const std::string& check);

  Situation situation;
  SharedTables tables = shipped_tables();
};

}  // namespace onshi::test
