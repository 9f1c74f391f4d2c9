// SPDX-License-Identifier: GPL-3.0-or-later
#include "probes/preparation/topic_checks.h"

namespace onshi {
namespace {

Facts missing_papers(const Site& site, const PreparationTables& tables, PaperHolder holder) {
  Facts facts;
  for (const Paper& paper : tables.rules_for(site.preparation.cases).papers) {
    const bool missing = paper.holder == holder && !site.preparation.papers.contains(paper.name);
    if (missing) facts.add("missing_paper", "paper_" + paper.name);
  }
  return facts;
}

Check paper_check(const char* holder, PaperHolder whose, FindingNumber cause, const SharedTables& tables) {
  return {.name = std::string("preparation.papers.") + holder,
          .question = FindingNumber::preparation_papers,
          .run =
              [tables, whose, cause](const Inquiry& inquiry) {
                const Facts missing = missing_papers(inquiry.site, *tables, whose);
                return missing.empty() ? good() : raise(Verdict::attention, cause, missing);
              },
          .subject = std::string("holder_") + holder};
}

}  // namespace

std::vector<Check> paper_checks(const SharedTables& tables) {
  return {paper_check("clinic", PaperHolder::clinic, FindingNumber::clinic_papers_missing, tables),
          paper_check("engineer", PaperHolder::engineer, FindingNumber::engineer_papers_missing, tables)};
}

}  // namespace onshi
