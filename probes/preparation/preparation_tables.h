// SPDX-License-Identifier: GPL-3.0-or-later
// The three tables of the preparation (assets/preparation): what each case of an institution decides, which
// papers there are, and how the days hang together. Read strictly; immutable afterwards, any thread.
#pragma once

#include <expected>
#include <filesystem>
#include <set>
#include <string>
#include <vector>

#include "probes/site/file_fault.h"
#include "probes/site/institution_code.h"
#include "probes/site/preparation.h"

namespace onshi {

/// One row of cases.xml.
struct CaseRow {
  InstitutionCase which = InstitutionCase::in_operation;
  bool beside = false;  // added to a case that stands alone
  std::vector<InstitutionKind> codes;
  std::vector<std::string> questions;
  std::vector<Milestone> dates;
  std::vector<std::string> papers;
  std::vector<std::string> pages;
  std::vector<std::string> answers;
};

enum class PaperHolder { clinic, engineer, later };

struct Paper {
  std::string name;
  PaperHolder holder = PaperHolder::clinic;
};

struct Span {
  int working_days = 0;
  int days = 0;
  int months = 0;
};

/// One row of schedule.xml: `what` lies `span` before or after `other`.
struct ScheduleRow {
  enum class Relation { before, after, needs };
  Relation relation = Relation::before;
  Milestone what = Milestone::installation;
  Milestone other = Milestone::installation;
  Span span;
  bool confirmed = false;
};

/// What holds for one institution: the rows of its cases put together.
struct CaseRules {
  std::vector<InstitutionKind> codes;
  std::set<std::string> questions;
  std::set<Milestone> dates;
  std::vector<Paper> papers;  // those of the day, then those for later
  std::vector<std::string> pages;
  std::vector<std::string> answers;
};

struct PreparationTables {
  std::vector<CaseRow> cases;
  std::vector<Paper> papers;
  std::vector<ScheduleRow> schedule;

  [[nodiscard]] const CaseRow& row_of(InstitutionCase one) const;
  /// Without a case that stands alone, those of an institution in operation.
  [[nodiscard]] CaseRules rules_for(const std::set<InstitutionCase>& cases) const;
};

/// The case that stands alone, if one was chosen.
std::optional<InstitutionCase> main_case(const PreparationTables& tables,
                                         const std::set<InstitutionCase>& cases);

std::expected<PreparationTables, FileFault> load_preparation_tables(const std::filesystem::path& folder);

}  // namespace onshi
