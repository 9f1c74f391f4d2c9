// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <set>

#include <boost/test/unit_test.hpp>

#include "tests/unit/support/practice.h"
#include "wizard/flow/plans.h"

using namespace onshi;

namespace {

struct Parts {
  explicit Parts(std::optional<LineType> type) { site.line.type = type; }
  [[nodiscard]] PlanParts get() const { return {site, profile, catalogue, "folder", nullptr}; }
  Site site;
  Profile profile = test::practice_profile();
  ReaderCatalogue catalogue;
};

std::set<std::string> names_in(const Plan& plan) {
  std::set<std::string> names;
  for (const Check& check : plan.checks()) names.insert(check.name);
  return names;
}

std::set<Group> groups_in(const Plan& plan) {
  std::set<Group> groups;
  for (const Check& check : plan.checks()) groups.insert(group_of(check.question));
  return groups;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(plans_tests)

BOOST_AUTO_TEST_CASE(the_whole_plan_asks_about_every_page_that_applies) {
  const std::set<Group> with_v6{Group::line,        Group::v6,           Group::reader,  Group::sheets,
                                Group::certificate, Group::connectivity, Group::terminal};
  std::set<Group> without_v6 = with_v6;
  without_v6.erase(Group::v6);
  BOOST_CHECK(groups_in(whole_plan(Parts(LineType::ip_vpn_ntt).get())) == with_v6);
  BOOST_CHECK(groups_in(whole_plan(Parts(LineType::ipsec_ike).get())) == without_v6);
  BOOST_CHECK(groups_in(whole_plan(Parts(std::nullopt).get())) == without_v6);
}

BOOST_AUTO_TEST_CASE(every_check_of_the_whole_plan_is_shown_on_one_page) {
  const Parts parts(LineType::ip_vpn_ntt);
  const Plan whole = whole_plan(parts.get());
  for (const Check& check : whole.checks()) {
    const auto pages = std::ranges::count_if(
        all_steps(), [&](const Step& step) { return belongs_to(check.name, check.question, step.id); });
    BOOST_CHECK_MESSAGE(pages == 1, check.name << " is on " << pages << " pages");
  }
}

BOOST_AUTO_TEST_CASE(a_pages_plan_holds_its_checks_and_what_they_need) {
  const Parts parts(LineType::ip_vpn_ntt);
  const Plan whole = whole_plan(parts.get());
  for (const Step& step : all_steps()) {
    const auto names = names_in(step_plan(parts.get(), step.id));
    for (const Check& check : whole.checks()) {
      if (belongs_to(check.name, check.question, step.id)) BOOST_CHECK(names.contains(check.name));
    }
  }
  BOOST_CHECK(step_plan(parts.get(), StepId::preparation).checks().empty());
  BOOST_CHECK(step_plan(parts.get(), StepId::done).checks().empty());
  BOOST_CHECK(!step_plan(parts.get(), StepId::terminal).checks().empty());
}

BOOST_AUTO_TEST_CASE(each_sheets_page_asks_about_its_own_sheet) {
  const Parts parts(LineType::ip_vpn_ntt);
  for (const Check& check : step_plan(parts.get(), StepId::production_sheet).checks()) {
    BOOST_CHECK_MESSAGE(check.name.ends_with(".production"), check.name);
  }
  const auto second = names_in(step_plan(parts.get(), StepId::verification_sheet));
  BOOST_CHECK(second.contains("sheet.environment.verification"));
  BOOST_CHECK(std::ranges::any_of(second, [](const auto& name) { return name.starts_with("sheets."); }));
}

BOOST_AUTO_TEST_SUITE_END()
