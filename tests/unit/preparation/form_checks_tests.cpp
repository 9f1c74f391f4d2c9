// SPDX-License-Identifier: GPL-3.0-or-later
// Every field of the portal's form with what a person may have entered, and the number that it gets.
#include <boost/test/unit_test.hpp>

#include "tests/unit/preparation/office.h"

namespace onshi {
namespace {

using namespace onshi::test;
using Number = FindingNumber;
using std::chrono::year;
using std::chrono::year_month;

constexpr Number kGood = Number::application_form;

year_month month(int of_year, unsigned number) { return year{of_year} / std::chrono::month{number}; }

}  // namespace

BOOST_FIXTURE_TEST_SUITE(form_checks_tests, Office)

BOOST_AUTO_TEST_CASE(a_complete_form_is_good_in_every_field) {
  for (const char* field : {"terms", "line_type", "customer_id", "v6", "start", "test", "fee"}) {
    BOOST_TEST((ask_for(std::string("preparation.") + field).verdict == Verdict::ok), field);
  }
  BOOST_TEST(!has("preparation.no_prescription"));
}

BOOST_AUTO_TEST_CASE(terms_must_be_agreed_to) {
  form().terms_agreed = false;
  BOOST_TEST((ask_for("preparation.terms").number == Number::terms_not_agreed));
}

BOOST_AUTO_TEST_CASE(a_workplace_clinic_does_not_agree_to_prescriptions) {
  only(InstitutionCase::workplace_clinic);
  BOOST_TEST((ask_for("preparation.no_prescription").verdict == Verdict::ok));
  form().prescription_agreed = true;
  BOOST_TEST((ask_for("preparation.no_prescription").number == Number::prescription_not_offered));
}

BOOST_AUTO_TEST_CASE(a_line_type_must_be_chosen) {
  site().line.type = std::nullopt;
  BOOST_TEST((ask_for("preparation.line_type").number == Number::application_line_missing));
  for (const LineType type : {LineType::ip_vpn_ntt, LineType::ip_vpn_ctc_qtnet, LineType::ipsec_ike}) {
    site().line.type = type;
    BOOST_TEST((ask_for("preparation.line_type").number == kGood));
  }
}

BOOST_AUTO_TEST_CASE(each_fault_of_the_customer_id_has_its_number) {
  struct Row {
    LineType type;
    const char* id;
    const char* again;
    Number number;
  };
  using enum LineType;
  const Row rows[] = {{ip_vpn_ntt, "CAF0000012345", "CAF0000012345", kGood},
                      {ip_vpn_ntt, "COP00012345", "COP00012345", kGood},
                      {ip_vpn_ntt, "CAF0000012345", "", kGood},
                      {ip_vpn_ntt, "", "", Number::customer_id_missing},
                      {ip_vpn_ntt, "0000012345", "", Number::customer_id_prefix},
                      {ip_vpn_ntt, "CAP0000012345", "", Number::customer_id_prefix},
                      {ip_vpn_ntt, "CAFCAF0000012345", "", Number::customer_id_prefix_twice},
                      {ip_vpn_ntt, "CAF000001234O", "", Number::customer_id_not_digits},
                      {ip_vpn_ntt, "CAF000001234", "", Number::customer_id_length},
                      {ip_vpn_ntt, "COP0000012345", "", Number::customer_id_length},
                      {ip_vpn_ntt, "CAF0000012345", "CAF0000012354", Number::customer_id_entries_differ},
                      {ip_vpn_ctc_qtnet, "", "", kGood},
                      {ip_vpn_ctc_qtnet, "CAF0000012345", "", Number::customer_id_not_asked},
                      {ipsec_ike, "CAF0000012345", "", Number::customer_id_not_asked},
                      {ipsec_ike, "", "", kGood}};
  for (const Row& row : rows) {
    site().line = {row.type, row.id, V6Declaration::contracted};
    form().customer_id_again = row.again;
    const Finding finding = ask_for("preparation.customer_id");
    BOOST_TEST((finding.number == row.number), row.id << " " << row.again);
    for (const Fact& fact : finding.facts.all()) BOOST_TEST(fact.value.find("00123") == std::string::npos);
  }
}

BOOST_AUTO_TEST_CASE(the_v6_option_is_declared_planned_or_missing_on_type_1_alone) {
  site().line.v6_option = V6Declaration::none;
  BOOST_TEST((ask_for("preparation.v6").number == Number::v6_not_declared));
  site().line.v6_option = V6Declaration::planned;
  BOOST_TEST((ask_for("preparation.v6").number == Number::v6_only_planned));
  site().line = {LineType::ipsec_ike, "", V6Declaration::none};
  BOOST_TEST((ask_for("preparation.v6").number == kGood));
}

BOOST_AUTO_TEST_CASE(the_start_is_a_month_that_can_still_be_reached) {
  struct Row {
    std::optional<year_month> start;
    Number number;
  };
  const Row rows[] = {{std::nullopt, Number::start_month_missing},
                      {month(2026, 10), Number::start_month_past},
                      {month(2025, 12), Number::start_month_past},
                      {month(2026, 11), kGood},
                      {month(2026, 12), kGood},
                      {month(2027, 4), kGood}};
  for (const Row& row : rows) {
    form().start = row.start;
    BOOST_TEST((ask_for("preparation.start").number == row.number));
  }
  today("2026-11-20");  // the sheets and the notice take it into December
  form().start = month(2026, 11);
  const Finding near = ask_for("preparation.start");
  BOOST_TEST((near.number == Number::start_month_too_near));
  BOOST_TEST(near.facts.value("earliest_day").value_or("") == "2026-12-08");
}

BOOST_AUTO_TEST_CASE(the_test_may_stay_open_and_lies_before_the_start) {
  form().test = month(2026, 12);
  BOOST_TEST((ask_for("preparation.test").number == kGood));
  form().test = month(2027, 1);
  BOOST_TEST((ask_for("preparation.test").number == Number::test_after_start));
  form().test = month(2026, 10);
  BOOST_TEST((ask_for("preparation.test").number == Number::test_month_past));
}

BOOST_AUTO_TEST_CASE(months_may_pass_once_the_form_was_sent) {
  form().start = month(2026, 10);
  form().test = month(2026, 9);
  BOOST_TEST((ask_for("preparation.start").number == Number::start_month_past));
  planned(Milestone::application, "2026-10-01");
  BOOST_TEST((ask_for("preparation.start").number == Number::start_month_past));
  for (const Milestone sent :
       {Milestone::application, Milestone::certificate_notice, Milestone::installation}) {
    site().preparation.days.clear();
    done(sent, "2026-10-01");
    BOOST_TEST((ask_for("preparation.start").number == kGood), name_of(sent));
    BOOST_TEST((ask_for("preparation.test").number == kGood), name_of(sent));
  }
}

BOOST_AUTO_TEST_CASE(the_fee_is_paid_one_way_or_the_other) {
  form().fee = std::nullopt;
  BOOST_TEST((ask_for("preparation.fee").number == Number::fee_payment_missing));
  form().fee = FeePayment::transfer;
  BOOST_TEST(ask_for("preparation.fee").facts.value("fee").value_or("") == "fee_2");
}

BOOST_AUTO_TEST_CASE(a_case_that_applies_for_nothing_has_no_form) {
  only(InstitutionCase::new_with_provisional_code);
  for (const char* field : {"terms", "line_type", "customer_id", "v6", "start", "test", "fee"}) {
    BOOST_TEST(!has(std::string("preparation.") + field), field);
  }
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace onshi
