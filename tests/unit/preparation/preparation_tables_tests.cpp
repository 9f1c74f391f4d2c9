// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <fstream>

#include <boost/test/unit_test.hpp>

#include "tests/unit/preparation/office.h"
#include "tests/unit/support/practice.h"

namespace onshi {
namespace {

using namespace onshi::test;
using enum InstitutionCase;

const std::filesystem::path kShipped = std::filesystem::path(ONSHI_SOURCE_DIR) / "assets/preparation";

std::string text_of(const std::filesystem::path& file) {
  std::ifstream in(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

/// The shipped tables with one change in one of them.
std::optional<FileFault> fault_after(const std::string& file, const std::string& from,
                                     const std::string& to) {
  const ScratchFolder scratch;
  for (const char* name : {"cases.xml", "papers.xml", "schedule.xml"}) {
    std::string text = text_of(kShipped / name);
    if (name == file) {
      const auto at = text.find(from);
      BOOST_REQUIRE_MESSAGE(at != std::string::npos, from);
      text.replace(at, from.size(), to);
    }
    scratch.write(name, text);
  }
  const auto tables = load_preparation_tables(scratch.path());
  return tables ? std::nullopt : std::optional(tables.error());
}

bool has_paper(const CaseRules& rules, std::string_view name) {
  return std::ranges::find(rules.papers, name, &Paper::name) != rules.papers.end();
}

bool has_page(const CaseRules& rules, std::string_view name) {
  return std::ranges::find(rules.pages, name) != rules.pages.end();
}

}  // namespace

BOOST_AUTO_TEST_SUITE(preparation_tables_tests)

BOOST_AUTO_TEST_CASE(every_case_has_one_row_and_a_number_to_apply_with) {
  const auto tables = shipped_tables();
  BOOST_TEST(tables->cases.size() == kInstitutionCases);
  for (const InstitutionCase one : all_institution_cases()) {
    BOOST_TEST(tables->row_of(one).beside == (one >= two_lines), name_of(one));
    BOOST_TEST(tables->row_of(one).codes.empty() == (one >= two_lines), name_of(one));
  }
}

BOOST_AUTO_TEST_CASE(a_provisional_code_opens_neither_form_nor_certificate) {
  const CaseRules rules = shipped_tables()->rules_for({new_with_provisional_code});
  BOOST_TEST(rules.questions.empty());
  BOOST_TEST(!rules.dates.contains(Milestone::application));
  BOOST_TEST(!rules.dates.contains(Milestone::certificate_application));
  BOOST_TEST(rules.dates.contains(Milestone::reader_order));
  BOOST_TEST(has_paper(rules, "provisional_request"));
  BOOST_TEST(!has_page(rules, "certificate"));
}

BOOST_AUTO_TEST_CASE(a_successor_applies_anew_only_where_the_predecessor_had_not) {
  const auto tables = shipped_tables();
  BOOST_TEST(!tables->rules_for({succession_of_application}).dates.contains(Milestone::application));
  BOOST_TEST(has_paper(tables->rules_for({succession_of_application}), "takeover_filed"));
  BOOST_TEST(tables->rules_for({succession_without}).dates.contains(Milestone::application));
  BOOST_TEST(!has_paper(tables->rules_for({succession_without}), "takeover_filed"));
}

BOOST_AUTO_TEST_CASE(a_change_of_line_at_the_same_place_needs_no_certificate) {
  const CaseRules rules = shipped_tables()->rules_for({line_change});
  BOOST_TEST(rules.dates.contains(Milestone::customer_id_change));
  BOOST_TEST(!rules.dates.contains(Milestone::certificate_application));
  BOOST_TEST(!has_page(rules, "certificate"));
}

BOOST_AUTO_TEST_CASE(a_workplace_clinic_is_never_offered_prescriptions_and_adds_its_papers) {
  const CaseRules rules = shipped_tables()->rules_for({workplace_clinic});
  BOOST_TEST(!rules.questions.contains("prescription"));
  for (const char* paper : {"opening_notice_copy", "opening_permit_copy", "protection_ready"}) {
    BOOST_TEST(has_paper(rules, paper), paper);
  }
}

BOOST_AUTO_TEST_CASE(what_stands_beside_is_added) {
  const CaseRules rules =
      shipped_tables()->rules_for({in_operation, two_lines, medical_and_dental, on_paper});
  for (const char* paper : {"two_lines_form", "second_account", "registered_mail", "production_sheet"}) {
    BOOST_TEST(has_paper(rules, paper), paper);
  }
  BOOST_TEST(!has_paper(shipped_tables()->rules_for({in_operation}), "two_lines_form"));
}

BOOST_AUTO_TEST_CASE(without_a_choice_it_is_an_institution_in_operation) {
  const auto tables = shipped_tables();
  BOOST_TEST((tables->rules_for({}).dates == tables->rules_for({in_operation}).dates));
  BOOST_TEST(!main_case(*tables, {two_lines}));
  BOOST_TEST((main_case(*tables, {two_lines, line_change}) == line_change));
}

BOOST_AUTO_TEST_CASE(papers_for_later_are_on_every_list) {
  for (const InstitutionCase one : all_institution_cases()) {
    BOOST_TEST(has_paper(shipped_tables()->rules_for({one}), "completion_report"), name_of(one));
  }
}

BOOST_AUTO_TEST_CASE(a_mistake_in_a_table_is_named_with_its_line) {
  struct Row {
    const char* file;
    const char* from;
    const char* to;
    FileFault::What what;
  };
  using enum FileFault::What;
  const Row rows[] = {
      {"cases.xml", "name=\"line_change\"", "name=\"line_chance\"", bad_value},
      {"cases.xml", "name=\"line_change\"", "name=\"code_change\"", bad_value},
      {"cases.xml", "kind=\"beside\"", "kind=\"above\"", bad_value},
      {"cases.xml", "papers=\"two_lines_form\"", "papers=\"two_line_form\"", bad_value},
      {"cases.xml", "papers=\"two_lines_form\"", "paper=\"two_lines_form\"", unknown_key},
      {"cases.xml", "version=\"1\"", "version=\"2\"", bad_value},
      {"papers.xml", "holder=\"later\"", "holder=\"never\"", bad_value},
      {"papers.xml", "name=\"kit\"", "name=\"attendant\"", bad_value},
      {"papers.xml", "</papers>", "<other/></papers>", unknown_key},
      {"schedule.xml", "working_days=\"5\"", "working_days=\"five\"", bad_value},
      {"schedule.xml", "confirmed=\"no\"", "confirmed=\"maybe\"", bad_value},
      {"schedule.xml", "confirmed=\"no\"", "", missing_key},
      {"schedule.xml", "</schedule>", "</schedul>", not_xml},
      // What would lead back to itself.
      {"schedule.xml", "<before name=\"vendor_order\" of=\"installation\"",
       "<before name=\"installation\" of=\"certificate_application\"", bad_value},
  };
  BOOST_TEST(!fault_after("cases.xml", "<cases", "<cases").has_value());
  for (const Row& row : rows) {
    const auto fault = fault_after(row.file, row.from, row.to);
    BOOST_REQUIRE_MESSAGE(fault.has_value(), row.to);
    BOOST_TEST((fault->what == row.what), row.to << ": " << name_of(fault->what));
    BOOST_TEST(fault->file.filename() == row.file, row.to);
    BOOST_TEST(fault->line > 0, row.to);
  }
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace onshi
