// SPDX-License-Identifier: GPL-3.0-or-later
#include <boost/test/unit_test.hpp>

#include "wizard/flow/step.h"

using namespace onshi;

BOOST_AUTO_TEST_SUITE(step_tests)

BOOST_AUTO_TEST_CASE(the_pages_stand_in_order_with_their_numbers) {
  const std::vector<std::pair<std::string, int>> expected{{"preparation", 1},      {"line", 2},
                                                          {"v6_option", 3},        {"reader", 4},
                                                          {"production_sheet", 5}, {"verification_sheet", 5},
                                                          {"certificate", 6},      {"connectivity", 7},
                                                          {"terminal", 8},         {"done", 9}};
  std::vector<std::pair<std::string, int>> found;
  for (const Step& step : all_steps()) found.emplace_back(step.name, step.page);
  BOOST_CHECK(found == expected);
}

BOOST_AUTO_TEST_CASE(a_page_is_found_by_id_and_by_name) {
  for (const Step& step : all_steps()) {
    BOOST_CHECK_EQUAL(&step_of(step.id), &step);
    BOOST_CHECK_EQUAL(step_named(step.name), &step);
  }
  BOOST_CHECK(step_named("") == nullptr);
  BOOST_CHECK(step_named("Line") == nullptr);
}

BOOST_AUTO_TEST_CASE(the_number_in_the_corner_is_the_hundreds_of_the_pages_findings) {
  for (const Step& step : all_steps()) {
    if (step.group) BOOST_CHECK_EQUAL(static_cast<int>(*step.group), step.page);
  }
}

BOOST_AUTO_TEST_CASE(the_v6_option_has_a_page_on_line_type_1_alone) {
  const std::vector<std::pair<std::optional<LineType>, bool>> rows{{std::nullopt, false},
                                                                   {LineType::ip_vpn_ntt, true},
                                                                   {LineType::ip_vpn_ctc_qtnet, false},
                                                                   {LineType::ipsec_ike, false}};
  for (const auto& [type, shown] : rows) {
    Site site;
    site.line.type = type;
    const auto steps = steps_for(site);
    BOOST_CHECK_EQUAL(std::ranges::find(steps, &step_of(StepId::v6_option)) != steps.end(), shown);
    BOOST_CHECK_EQUAL(steps.size(), shown ? 10 : 9);
  }
}

BOOST_AUTO_TEST_SUITE_END()
