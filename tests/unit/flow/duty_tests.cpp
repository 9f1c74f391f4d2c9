// SPDX-License-Identifier: GPL-3.0-or-later
#include <boost/test/unit_test.hpp>

#include "tests/unit/store/example_site.h"
#include "wizard/flow/duty.h"

using namespace onshi;
using test::example_sheet;
using test::example_site;

namespace {

std::string joined(const std::vector<Duty>& duties) {
  std::string all;
  for (const Duty& duty : duties) all += (all.empty() ? "" : ",") + duty.text;
  return all;
}

std::string duties(StepId step, const Site& site, const std::vector<Finding>& findings = {},
                   std::size_t checks = 0, bool open = false) {
  return joined(duties_of(step, {site, checks, findings, open}));
}

Finding finding(const std::string& check, Verdict verdict) {
  Finding one{};
  one.check = check;
  one.verdict = verdict;
  return one;
}

std::string preparation(InstitutionKind kind, const std::string& code, std::optional<LineType> type,
                        const std::string& id) {
  Site site;
  site.institution = {kind, code, "", ""};
  site.line = {type, id, V6Declaration::none};
  return duties(StepId::preparation, site);
}

}  // namespace

BOOST_AUTO_TEST_SUITE(duty_tests)

BOOST_AUTO_TEST_CASE(preparation_wants_a_number_a_line_and_on_flets_a_customer_id) {
  using Kind = InstitutionKind;
  const auto flets = LineType::ip_vpn_ntt;
  struct Row {
    Kind kind;
    std::string code;
    std::optional<LineType> type;
    std::string id, expected;
  };
  const std::vector<Row> rows{
      {Kind::institution_code, "1319999129", flets, "CAF0000012345", ""},
      {Kind::institution_code, "1319999129", flets, "COP00012345", ""},
      {Kind::institution_code, "1319999120", flets, "CAF0000012345", ""},  // check digit: a warning elsewhere
      {Kind::institution_code, "", flets, "CAF0000012345", "duty.institution.missing"},
      {Kind::institution_code, "131999912", flets, "CAF0000012345", "duty.institution.wrong"},
      {Kind::institution_code, "4819999129", flets, "CAF0000012345", "duty.institution.wrong"},
      {Kind::reception_number, "A-17", flets, "CAF0000012345", ""},
      {Kind::provisional_code, "", flets, "CAF0000012345", "duty.institution.missing"},
      {Kind::institution_code, "1319999129", std::nullopt, "", "duty.line.type"},
      {Kind::institution_code, "1319999129", flets, "", "duty.line.customer_id"},
      {Kind::institution_code, "1319999129", flets, "CAF123", "duty.line.customer_id_wrong"},
      {Kind::institution_code, "1319999129", LineType::ip_vpn_ctc_qtnet, "", ""},
      {Kind::institution_code, "1319999129", LineType::ipsec_ike, "CAF123", ""},
  };
  for (const Row& row : rows) {
    BOOST_TEST_CONTEXT(row.code << " / " << row.id) {
      BOOST_CHECK_EQUAL(preparation(row.kind, row.code, row.type, row.id), row.expected);
    }
  }
}

BOOST_AUTO_TEST_CASE(a_page_of_checks_is_done_when_all_ran_and_none_failed_or_stayed_unclear) {
  using V = Verdict;
  struct Row {
    std::vector<V> said;
    std::string expected;
  };
  const std::vector<Row> rows{{{}, "duty.checks.run"},
                              {{V::ok}, "duty.checks.run"},
                              {{V::ok, V::ok}, ""},
                              {{V::ok, V::attention}, ""},
                              {{V::ok, V::fail}, "duty.checks.fault"},
                              {{V::ok, V::unknown}, "duty.checks.fault"},
                              {{V::not_run, V::ok}, "duty.checks.fault"},
                              {{V::ok, V::cancelled}, "duty.checks.fault"}};
  for (const StepId step : {StepId::line, StepId::v6_option, StepId::connectivity, StepId::terminal}) {
    for (const Row& row : rows) {
      std::vector<Finding> findings;
      for (const V verdict : row.said) findings.push_back(finding("check", verdict));
      BOOST_CHECK_EQUAL(duties(step, {}, findings, 2), row.expected);
    }
  }
}

BOOST_AUTO_TEST_CASE(the_reader_page_wants_a_confirmed_reader_and_a_seen_card) {
  const std::vector<Finding> good{finding("reader.readers", Verdict::ok),
                                  finding("reader.card", Verdict::ok)};
  const std::vector<Finding> no_card{finding("reader.readers", Verdict::ok),
                                     finding("reader.card", Verdict::attention)};
  BOOST_CHECK_EQUAL(duties(StepId::reader, example_site(), good, 2), "");
  BOOST_CHECK_EQUAL(duties(StepId::reader, {}, good, 2), "duty.reader.confirm");
  BOOST_CHECK_EQUAL(duties(StepId::reader, example_site(), no_card, 2), "duty.reader.card");
  std::vector<Finding> beside = no_card;  // another reader's card was read
  beside.back().facts = {{"read_reader", "Invented Reader"}};
  BOOST_CHECK_EQUAL(duties(StepId::reader, example_site(), beside, 2), "");
  BOOST_CHECK_EQUAL(duties(StepId::reader, {}, {}, 2), "duty.reader.confirm,duty.checks.run");
}

BOOST_AUTO_TEST_CASE(a_sheets_page_wants_the_whole_sheet_of_its_environment) {
  BOOST_CHECK_EQUAL(duties(StepId::production_sheet, example_site(), {}, 5), "");
  BOOST_CHECK_EQUAL(duties(StepId::verification_sheet, example_site(), {}, 5), "");
  BOOST_CHECK_EQUAL(duties(StepId::production_sheet, {}, {}, 5), "duty.sheet.missing");
  Site swapped;
  swapped.sheets[Environment::production] = example_sheet(Environment::verification);
  BOOST_CHECK_EQUAL(duties(StepId::production_sheet, swapped, {}, 5), "duty.sheet.environment");
  BOOST_CHECK_EQUAL(duties(StepId::verification_sheet, swapped, {}, 5), "duty.sheet.missing");
}

BOOST_AUTO_TEST_CASE(each_field_of_a_sheet_counts_but_an_empty_password_is_normal) {
  for (const auto field : {&MasterAccountSheet::institution_code, &MasterAccountSheet::institution_name,
                           &MasterAccountSheet::master_user_id, &MasterAccountSheet::reset_user_id}) {
    Site site = example_site();
    (site.sheets[Environment::production].*field).clear();
    BOOST_CHECK_EQUAL(duties(StepId::production_sheet, site), "duty.sheet.fields");
  }
  Site site = example_site();
  site.sheets[Environment::production].master_password = MasterAccountSheet::Password::empty;
  BOOST_CHECK_EQUAL(duties(StepId::production_sheet, site), "");
}

BOOST_AUTO_TEST_CASE(a_field_that_was_recognised_in_a_picture_waits_for_a_person) {
  Site site = example_site();
  site.sheets[Environment::production].unconfirmed = {SheetEntry::master_user_id};
  BOOST_CHECK_EQUAL(duties(StepId::production_sheet, site), "duty.sheet.confirm");
  BOOST_CHECK_EQUAL(duties(StepId::verification_sheet, site), "");
}

BOOST_AUTO_TEST_CASE(a_failed_finding_of_a_sheet_keeps_the_page_open) {
  const std::vector<Finding> failed{finding("sheet.code.production", Verdict::fail)};
  BOOST_CHECK_EQUAL(duties(StepId::production_sheet, example_site(), failed, 5), "duty.checks.fault");
}

BOOST_AUTO_TEST_CASE(the_certificate_page_wants_a_file_then_its_password_then_its_checks) {
  const std::vector<Finding> good{finding("certificate.opens", Verdict::ok)};
  const std::vector<Finding> failed{finding("certificate.opens", Verdict::fail)};
  BOOST_CHECK_EQUAL(duties(StepId::certificate, {}, good, 1, true), "duty.certificate.choose");
  BOOST_CHECK_EQUAL(duties(StepId::certificate, example_site(), good, 1, false), "duty.certificate.unlock");
  BOOST_CHECK_EQUAL(duties(StepId::certificate, example_site(), {}, 1, true), "duty.checks.run");
  BOOST_CHECK_EQUAL(duties(StepId::certificate, example_site(), failed, 1, true), "duty.checks.fault");
  BOOST_CHECK_EQUAL(duties(StepId::certificate, example_site(), good, 1, true), "");
}

BOOST_AUTO_TEST_SUITE_END()
