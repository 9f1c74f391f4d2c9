// SPDX-License-Identifier: GPL-3.0-or-later
#include "probes/preparation/preparation_tables.h"

#include <algorithm>
#include <array>
#include <functional>
#include <sstream>
#include <stdexcept>

#include "probes/site/name_table.h"
#include "probes/site/xml_element.h"

namespace onshi {
namespace {

using What = FileFault::What;
using Relation = ScheduleRow::Relation;

constexpr NameTable<PaperHolder, 3> kHolders{
    {{PaperHolder::clinic, "clinic"}, {PaperHolder::engineer, "engineer"}, {PaperHolder::later, "later"}}};
constexpr NameTable<Relation, 3> kRelations{
    {{Relation::before, "before"}, {Relation::after, "after"}, {Relation::needs, "needs"}}};
constexpr int kLongestSpan = 3660;

const std::vector<std::string> kQuestions{"terms",         "prescription", "no_prescription", "line_type",
                                          "customer_id",   "v6",           "start",           "test",
                                          "secret_number", "fee"};
const std::vector<std::string> kPages{
    "preparation",        "line",        "v6_option",    "reader",  "production_sheet",
    "verification_sheet", "certificate", "connectivity", "terminal"};

std::optional<PaperHolder> holder_named(std::string_view name) { return named_in(kHolders, name); }

std::vector<std::string> words_in(XmlElement& element, const char* key) {
  std::vector<std::string> words;
  std::istringstream stream(element.optional_text(key).value_or(""));
  for (std::string word; stream >> word;) words.push_back(word);
  return words;
}

template <typename Value>
std::vector<Value> named_words(XmlElement& element, const char* key,
                               std::optional<Value> (*named)(std::string_view)) {
  std::vector<Value> values;
  for (const std::string& word : words_in(element, key)) {
    const auto value = named(word);
    if (!value) element.bad_value(key, word, {});
    if (value) values.push_back(*value);
  }
  return values;
}

std::vector<std::string> known_words(XmlElement& element, const char* key,
                                     const std::vector<std::string>& known) {
  std::vector<std::string> words = words_in(element, key);
  for (const std::string& word : words) {
    if (std::ranges::find(known, word) == known.end()) element.bad_value(key, word, known);
  }
  return words;
}

using Names = std::vector<std::string>;

CaseRow read_case(XmlReading& reading, pugi::xml_node node, const Names& papers) {
  XmlElement element(reading, node);
  CaseRow row;
  row.which = element.choice("name", institution_case_named, {});
  const std::string kind = element.text("kind");
  if (kind != "one" && kind != "beside") element.bad_value("kind", kind, {"one", "beside"});
  row.beside = kind == "beside";
  row.codes = named_words(element, "codes", institution_kind_named);
  row.questions = known_words(element, "questions", kQuestions);
  row.dates = named_words(element, "dates", milestone_named);
  row.papers = known_words(element, "papers", papers);
  row.pages = known_words(element, "pages", kPages);
  row.answers = words_in(element, "answers");
  element.nothing_else();
  return row;
}

Paper read_paper(XmlReading& reading, pugi::xml_node node) {
  XmlElement element(reading, node);
  Paper paper{element.text("name"), element.choice("holder", holder_named, {"clinic", "engineer", "later"})};
  element.nothing_else();
  return paper;
}

int span_in(XmlElement& element, const pugi::xml_node& node, const char* key) {
  return node.attribute(key).empty() ? 0 : element.number(key, 0, kLongestSpan);
}

ScheduleRow read_row(XmlReading& reading, pugi::xml_node node) {
  XmlElement element(reading, node);
  const auto relation = named_in(kRelations, std::string_view(node.name()));
  ScheduleRow row{.relation = relation.value_or(Relation::before),
                  .what = element.choice("name", milestone_named, {}),
                  .other = element.choice("of", milestone_named, {}),
                  .span = {span_in(element, node, "working_days"), span_in(element, node, "days"),
                           span_in(element, node, "months")},
                  .confirmed = element.yes_or_no("confirmed")};
  static_cast<void>(element.text("source"));
  element.nothing_else();
  return row;
}

/// The root's children, each read by `read`; the file's first fault instead.
template <typename Row>
std::expected<std::vector<Row>, FileFault> read_rows(
    const std::filesystem::path& file, const char* root, const std::vector<std::string>& elements,
    const std::function<Row(XmlReading&, pugi::xml_node)>& read,
    const std::function<void(XmlReading&, pugi::xml_node, const std::vector<Row>&)>& judge) {
  auto xml = XmlFile::load(file, root);
  if (!xml) return std::unexpected(xml.error());
  XmlReading reading(std::move(*xml));
  const pugi::xml_node top = reading.file().root();
  XmlElement element(reading, top);
  static_cast<void>(element.number("version", 1, 1));
  element.nothing_else(elements);
  std::vector<Row> rows;
  for (const pugi::xml_node& node : top.children()) {
    if (node.type() == pugi::node_element) rows.push_back(read(reading, node));
  }
  judge(reading, top, rows);
  if (reading.fault()) return std::unexpected(*reading.fault());
  return rows;
}

void judge_cases(XmlReading& reading, pugi::xml_node top, const std::vector<CaseRow>& rows) {
  for (const InstitutionCase one : all_institution_cases()) {
    const auto count = std::ranges::count(rows, one, &CaseRow::which);
    if (count != 1) {
      reading.complain(count == 0 ? What::missing_key : What::bad_value, top, "case",
                       std::string(name_of(one)));
    }
  }
}

/// Whether the rows lead from this day back to itself.
bool returns(const std::vector<ScheduleRow>& rows, Milestone from, Milestone at, int steps, bool backwards) {
  if (steps == 0) return true;
  return std::ranges::any_of(rows, [&](const ScheduleRow& row) {
    const bool followed = (row.relation == Relation::before) == backwards && row.what == at;
    return followed && (row.other == from || returns(rows, from, row.other, steps - 1, backwards));
  });
}

void judge_schedule(XmlReading& reading, pugi::xml_node top, const std::vector<ScheduleRow>& rows) {
  constexpr int kMostSteps = 12;
  for (const ScheduleRow& row : rows) {
    for (const bool backwards : {true, false}) {
      if (!returns(rows, row.what, row.what, kMostSteps, backwards)) continue;
      reading.complain(What::bad_value, top, "name", std::string(name_of(row.what)));
    }
  }
}

void judge_papers(XmlReading& reading, pugi::xml_node top, const std::vector<Paper>& papers) {
  for (const Paper& paper : papers) {
    if (std::ranges::count(papers, paper.name, &Paper::name) == 1) continue;
    reading.complain(What::bad_value, top, "name", paper.name);
  }
}

template <typename Value>
void add_new(std::vector<Value>& all, const std::vector<Value>& more) {
  for (const Value& value : more) {
    if (std::ranges::find(all, value) == all.end()) all.push_back(value);
  }
}

}  // namespace

const CaseRow& PreparationTables::row_of(InstitutionCase one) const {
  const auto found = std::ranges::find(cases, one, &CaseRow::which);
  if (found == cases.end()) throw std::logic_error("no row for a case");
  return *found;
}

CaseRules PreparationTables::rules_for(const std::set<InstitutionCase>& chosen) const {
  std::vector<InstitutionCase> of{main_case(*this, chosen).value_or(InstitutionCase::in_operation)};
  for (const InstitutionCase one : chosen) {
    if (row_of(one).beside) of.push_back(one);
  }
  CaseRules rules;
  std::vector<std::string> names;
  for (const InstitutionCase one : of) {
    const CaseRow& row = row_of(one);
    add_new(rules.codes, row.codes);
    rules.questions.insert(row.questions.begin(), row.questions.end());
    rules.dates.insert(row.dates.begin(), row.dates.end());
    add_new(names, row.papers);
    add_new(rules.pages, row.pages);
    add_new(rules.answers, row.answers);
  }
  for (const Paper& paper : papers) {
    const bool listed = std::ranges::find(names, paper.name) != names.end();
    if (listed || paper.holder == PaperHolder::later) rules.papers.push_back(paper);
  }
  return rules;
}

std::optional<InstitutionCase> main_case(const PreparationTables& tables,
                                         const std::set<InstitutionCase>& cases) {
  const auto found =
      std::ranges::find_if(cases, [&](InstitutionCase one) { return !tables.row_of(one).beside; });
  return found == cases.end() ? std::nullopt : std::optional(*found);
}

std::expected<PreparationTables, FileFault> load_preparation_tables(const std::filesystem::path& folder) {
  PreparationTables tables;
  auto papers = read_rows<Paper>(folder / "papers.xml", "papers", {"paper"}, read_paper, judge_papers);
  if (!papers) return std::unexpected(papers.error());
  tables.papers = std::move(*papers);
  Names names;
  names.reserve(tables.papers.size());
  for (const Paper& paper : tables.papers) names.push_back(paper.name);
  auto cases = read_rows<CaseRow>(
      folder / "cases.xml", "cases", {"case"},
      [&names](XmlReading& reading, pugi::xml_node node) { return read_case(reading, node, names); },
      judge_cases);
  if (!cases) return std::unexpected(cases.error());
  tables.cases = std::move(*cases);
  auto schedule = read_rows<ScheduleRow>(folder / "schedule.xml", "schedule", {"before", "after", "needs"},
                                         read_row, judge_schedule);
  if (!schedule) return std::unexpected(schedule.error());
  tables.schedule = std::move(*schedule);
  return tables;
}

}  // namespace onshi
