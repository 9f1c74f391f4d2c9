// SPDX-License-Identifier: GPL-3.0-or-later
#include <stdexcept>

#include <boost/test/unit_test.hpp>

#include "probes/check/plan.h"
#include "tests/unit/check/made_checks.h"

using namespace onshi;
using namespace onshi::test;

namespace {

using Words = std::vector<std::string>;

Words names_of(const Plan& plan) {
  Words names;
  for (const Check& check : plan.checks()) names.push_back(check.name);
  return names;
}

Plan whole_plan() {
  return Plan({made("line.link", 210), made("line.address", 220, {.needs = {"line.link"}}),
               made("reader.service", 400), made("certificate.file", 600),
               made("connect.tls", 730, {.needs = {"line.address"}, .after = {"certificate.file"}}),
               made("connect.http", 740, {.needs = {"connect.tls", "certificate.file"}})});
}

}  // namespace

BOOST_AUTO_TEST_SUITE(plan_tests)

BOOST_AUTO_TEST_CASE(checks_keep_their_order) {
  BOOST_TEST((names_of(whole_plan()) == Words{"line.link", "line.address", "reader.service",
                                              "certificate.file", "connect.tls", "connect.http"}));
}

BOOST_AUTO_TEST_CASE(only_some_groups_bring_what_they_need_from_others) {
  BOOST_TEST((names_of(whole_plan().only({Group::connectivity})) ==
              Words{"line.link", "line.address", "certificate.file", "connect.tls", "connect.http"}));
  BOOST_TEST((names_of(whole_plan().only({Group::line})) == Words{"line.link", "line.address"}));
  BOOST_TEST((names_of(whole_plan().only({Group::reader, Group::line})) ==
              Words{"line.link", "line.address", "reader.service"}));
  BOOST_TEST(whole_plan().only({Group::sheets}).checks().empty());
  BOOST_TEST(whole_plan().only({}).checks().empty());
}

BOOST_AUTO_TEST_CASE(some_groups_bring_what_explains_their_findings_too) {
  Plan plan({made("tls", 720, {.after = {"clock", "absent"}}), made("http", 750, {.needs = {"tls"}}),
             made("service", 790), made("clock", 800, {.needs = {"host"}}), made("host", 810),
             made("disk", 820)});
  BOOST_TEST(
      (names_of(plan.only({Group::connectivity})) == Words{"tls", "http", "service", "clock", "host"}));
}

BOOST_AUTO_TEST_CASE(one_check_brings_what_it_needs_and_not_what_it_only_follows) {
  BOOST_TEST((names_of(whole_plan().only_check("connect.tls")) ==
              Words{"line.link", "line.address", "connect.tls"}));
  BOOST_CHECK_THROW(static_cast<void>(whole_plan().only_check("absent")), std::logic_error);
}

BOOST_AUTO_TEST_CASE(two_checks_of_one_name_are_a_bug) {
  BOOST_CHECK_THROW(Plan({made("a", 210), made("a", 220)}), std::logic_error);
}

BOOST_AUTO_TEST_CASE(a_need_that_does_not_exist_is_a_bug) {
  BOOST_CHECK_THROW(Plan({made("a", 210, {.needs = {"absent"}})}), std::logic_error);
}

BOOST_AUTO_TEST_CASE(following_a_check_that_is_not_in_the_plan_is_fine) {
  BOOST_CHECK_NO_THROW(Plan({made("a", 210, {.after = {"absent"}})}));
}

BOOST_AUTO_TEST_CASE(whatever_waits_in_a_circle_is_a_bug) {
  BOOST_CHECK_THROW(Plan({made("a", 210, {.needs = {"a"}})}), std::logic_error);
  BOOST_CHECK_THROW(Plan({made("a", 210, {.needs = {"b"}}), made("b", 220, {.needs = {"a"}})}),
                    std::logic_error);
  BOOST_CHECK_THROW(Plan({made("a", 210, {.after = {"b"}}), made("b", 220, {.after = {"a"}})}),
                    std::logic_error);
  BOOST_CHECK_THROW(Plan({made("a", 210, {.behind = {"b"}}), made("b", 220, {.needs = {"a"}})}),
                    std::logic_error);
  BOOST_CHECK_THROW(Plan({made("start", 200), made("a", 210, {.needs = {"start"}, .after = {"c"}}),
                          made("b", 220, {.needs = {"a"}}), made("c", 230, {.needs = {"b"}})}),
                    std::logic_error);
}

BOOST_AUTO_TEST_CASE(many_ways_to_one_check_are_no_circle) {
  BOOST_CHECK_NO_THROW(Plan({made("d", 240, {.needs = {"b", "c"}}), made("b", 220, {.needs = {"a"}}),
                             made("c", 230, {.needs = {"a"}, .after = {"b"}}), made("a", 210)}));
}

BOOST_AUTO_TEST_SUITE_END()
