// SPDX-License-Identifier: GPL-3.0-or-later
// What every view of a preparation is made from, and the small words that they share. A value that refers to
// what its maker keeps; any thread.
#pragma once

#include <chrono>
#include <string>

#include "probes/preparation/day_plan.h"
#include "probes/site/site.h"
#include "wizard/words/answer_book.h"
#include "wizard/words/words.h"

namespace onshi {

struct PreparationView {
  const Site& site;
  const PreparationTables& tables;
  const AnswerBook& book;
  const Words& words;
  Language language = Language::japanese;
  std::chrono::year_month_day today{};

  [[nodiscard]] std::string say(std::string_view id, const Facts& facts = {}) const {
    return words.text(id, language, facts);
  }
  [[nodiscard]] CaseRules rules() const { return tables.rules_for(site.preparation.cases); }
  [[nodiscard]] std::vector<PlannedDay> days() const {
    return DayPlan(tables, site.preparation, today).all();
  }
  [[nodiscard]] std::string value(const std::string& word) const { return say("value." + word); }
};

std::string case_words(const PreparationView& view);
std::string weekday_words(const PreparationView& view, std::chrono::year_month_day day);
std::string milestone_words(const PreparationView& view, Milestone what);
/// "done", "due by" and the like, with how late it is.
std::string meaning_words(const PreparationView& view, const PlannedDay& line);

/// One line of the calendar in words.
std::string date_line(const PreparationView& view, const PlannedDay& line);

/// One field of the portal's form: its wording there, and what to type; a dash where it is not asked.
struct FormLine {
  std::string field;
  std::string value;
};
std::vector<FormLine> form_lines(const PreparationView& view);

}  // namespace onshi
