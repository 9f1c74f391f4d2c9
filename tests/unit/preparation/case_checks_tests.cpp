// SPDX-License-Identifier: GPL-3.0-or-later
#include <boost/test/unit_test.hpp>

#include "tests/unit/preparation/office.h"

namespace onshi {
namespace {

using namespace onshi::test;
using enum InstitutionCase;
using Number = FindingNumber;

}  // namespace

BOOST_FIXTURE_TEST_SUITE(case_checks_tests, Office)

BOOST_AUTO_TEST_CASE(a_case_is_chosen_or_not) {
  BOOST_TEST((ask_for("preparation.case").verdict == Verdict::ok));
  site().preparation.cases = {on_paper};
  const Finding open = ask_for("preparation.case");
  BOOST_TEST((open.number == Number::case_not_chosen));
  BOOST_TEST((open.verdict == Verdict::attention));
}

BOOST_AUTO_TEST_CASE(a_move_that_keeps_the_line_is_described_nowhere) {
  only(move_with_same_line);
  const Finding finding = ask_for("preparation.case");
  BOOST_TEST((finding.number == Number::case_not_described));
  BOOST_TEST((finding.verdict == Verdict::unknown));
}

BOOST_AUTO_TEST_CASE(two_lines_have_a_procedure_of_their_own) {
  BOOST_TEST(!has("preparation.two_lines"));
  is(two_lines);
  BOOST_TEST((ask_for("preparation.two_lines").number == Number::two_lines_own_procedure));
}

BOOST_AUTO_TEST_CASE(each_case_has_its_number) {
  struct Row {
    InstitutionCase which;
    InstitutionKind kind;
    bool fits;
  };
  const Row rows[] = {{in_operation, InstitutionKind::institution_code, true},
                      {in_operation, InstitutionKind::reception_number, false},
                      {new_with_reception_number, InstitutionKind::reception_number, true},
                      {new_with_reception_number, InstitutionKind::institution_code, false},
                      {workplace_clinic, InstitutionKind::workplace_clinic, true},
                      {workplace_clinic, InstitutionKind::institution_code, false},
                      {code_change, InstitutionKind::institution_code, true}};
  for (const Row& row : rows) {
    only(row.which);
    site().institution.kind = row.kind;
    const Finding finding = ask_for("preparation.number");
    BOOST_TEST((finding.number == (row.fits ? Number::preparation_case : Number::case_number_differs)),
               name_of(row.which) << " " << name_of(row.kind));
    BOOST_TEST(finding.facts.value("number_wanted").has_value() == !row.fits);
  }
}

BOOST_AUTO_TEST_CASE(a_provisional_code_goes_no_further_than_account_and_reader) {
  only(new_with_reception_number);
  site().institution.kind = InstitutionKind::provisional_code;
  BOOST_TEST((ask_for("preparation.number").number == Number::provisional_code_goes_no_further));
  form() = {};
  BOOST_TEST((ask_for("preparation.number").number == Number::case_number_differs));
  planned(Milestone::certificate_application, "2026-12-01");
  const Finding finding = ask_for("preparation.number");
  BOOST_TEST((finding.number == Number::provisional_code_goes_no_further));
  BOOST_TEST((finding.verdict == Verdict::fail));
}

BOOST_AUTO_TEST_CASE(what_was_entered_for_another_case_applies_for_nothing) {
  only(new_with_provisional_code);
  site().institution.kind = InstitutionKind::provisional_code;
  planned(Milestone::application, "2026-12-01");
  planned(Milestone::certificate_application, "2026-12-08");
  BOOST_TEST((ask_for("preparation.number").verdict == Verdict::ok));  // this case asks for none of it
}

BOOST_AUTO_TEST_CASE(what_is_not_at_hand_is_listed_for_each) {
  const Finding clinic = ask_for("preparation.papers.clinic");
  BOOST_TEST((clinic.number == Number::clinic_papers_missing));
  BOOST_TEST((ask_for("preparation.papers.engineer").number == Number::engineer_papers_missing));
  for (const Paper& paper : tables->papers) {
    if (paper.name != "attendant") site().preparation.papers.insert(paper.name);
  }
  const Finding last = ask_for("preparation.papers.clinic");
  BOOST_TEST(last.facts.all().size() == 1U);
  BOOST_TEST(last.facts.value("missing_paper").value_or("") == "paper_attendant");
  BOOST_TEST((ask_for("preparation.papers.engineer").verdict == Verdict::ok));
  site().preparation.papers.insert("attendant");
  BOOST_TEST((ask_for("preparation.papers.clinic").verdict == Verdict::ok));
}

BOOST_AUTO_TEST_CASE(asked_on_the_spot_they_say_what_the_runner_says) {
  const auto checks = preparation_checks(site(), tables, false);
  const auto world = empty_world();
  const auto findings = preparation_findings(*world, site(), {}, tables);
  BOOST_REQUIRE(findings.size() == checks.size());
  situation.seen.now = world->machine().now();
  const Run run = run_all(checks, situation);
  for (std::size_t at = 0; at < checks.size(); ++at) {
    BOOST_TEST(findings[at].check == run.findings[at].check);
    BOOST_TEST((findings[at].number == run.findings[at].number), findings[at].check);
    BOOST_TEST((findings[at].verdict == run.findings[at].verdict), findings[at].check);
    BOOST_TEST(findings[at].subject == run.findings[at].subject);
  }
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace onshi
