// SPDX-License-Identifier: GPL-3.0-or-later
#include <boost/test/unit_test.hpp>

#include "tests/unit/terminal/terminal.h"

BOOST_AUTO_TEST_SUITE(rights_check_tests)

using namespace onshi;

namespace {

Finding rights(const test::Situation& situation) {
  return test::terminal_finding(situation, "terminal.rights");
}

}  // namespace

BOOST_AUTO_TEST_CASE(a_user_who_cannot_store_is_told) {
  test::Situation situation = test::healthy_terminal();
  situation.seen.disk->writable = false;
  const Finding finding = rights(situation);
  BOOST_TEST((finding.verdict == Verdict::attention));
  BOOST_TEST(static_cast<int>(finding.number) == 821);
  BOOST_TEST(finding.facts.value("user").value() == "uketsuke");
}

BOOST_AUTO_TEST_CASE(an_administrator_or_a_remote_session_is_a_fact_and_no_fault) {
  test::Situation situation = test::healthy_terminal();
  situation.seen.system->administrator = true;
  situation.seen.system->remote_session = true;
  const Finding finding = rights(situation);
  BOOST_TEST((finding.verdict == Verdict::ok));
  BOOST_TEST(finding.facts.value("administrator").value() == "yes");
  BOOST_TEST(finding.facts.value("session").value() == "remote");
  BOOST_TEST(rights(test::healthy_terminal()).facts.value("administrator").value() == "no");
}

BOOST_AUTO_TEST_CASE(what_cannot_be_told_is_not_called_writable) {
  test::Situation situation = test::healthy_terminal();
  situation.seen.disk->writable.reset();
  BOOST_TEST(rights(situation).facts.value("folder_writable").value() == "not_told");
  BOOST_TEST(rights(test::healthy_terminal()).facts.value("folder_writable").value() == "yes");
}

BOOST_AUTO_TEST_CASE(a_read_only_disk_is_one_cause_and_the_rights_its_shadow) {
  test::Situation situation = test::healthy_terminal();
  situation.seen.disk = DiskSpace{.free_bytes = 1, .total_bytes = 2, .read_only = true, .writable = false};
  const Finding finding = rights(situation);
  BOOST_TEST((finding.verdict == Verdict::not_run));
  BOOST_TEST(static_cast<int>(finding.because_of.value()) == 812);
}

BOOST_AUTO_TEST_SUITE_END()
