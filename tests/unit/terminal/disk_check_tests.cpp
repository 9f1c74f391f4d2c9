// SPDX-License-Identifier: GPL-3.0-or-later
#include <boost/test/unit_test.hpp>

#include "tests/unit/terminal/terminal.h"

BOOST_AUTO_TEST_SUITE(disk_check_tests)

using namespace onshi;

namespace {

Finding disk(std::uint64_t free_bytes, bool read_only = false) {
  test::Situation situation = test::healthy_terminal();
  situation.seen.disk =
      DiskSpace{.free_bytes = free_bytes, .total_bytes = 1'000'000'000, .read_only = read_only};
  return test::terminal_finding(situation, "terminal.disk");
}

void expect(const Finding& finding, Verdict verdict, int number) {
  BOOST_TEST((finding.verdict == verdict), name_of(finding.verdict));
  BOOST_TEST(static_cast<int>(finding.number) == number);
}

}  // namespace

BOOST_AUTO_TEST_CASE(the_room_left_decides) {
  expect(disk(500'000'000), Verdict::ok, 810);
  expect(disk(499'999'999), Verdict::attention, 813);
  expect(disk(10'000'000), Verdict::attention, 813);
  expect(disk(9'999'999), Verdict::fail, 811);
  expect(disk(0), Verdict::fail, 811);
}

BOOST_AUTO_TEST_CASE(a_read_only_disk_is_said_whatever_its_room) {
  expect(disk(900'000'000, true), Verdict::fail, 812);
  expect(disk(0, true), Verdict::fail, 812);
}

BOOST_AUTO_TEST_CASE(a_place_without_room_of_its_own_is_not_called_full) {
  test::Situation situation = test::healthy_terminal();
  situation.seen.disk = DiskSpace{.free_bytes = 0, .total_bytes = 0, .read_only = false};
  expect(test::terminal_finding(situation, "terminal.disk"), Verdict::unknown, 814);
}

BOOST_AUTO_TEST_CASE(the_room_is_told_in_megabytes) {
  BOOST_TEST(disk(612'345'678).facts.value("free_megabytes").value() == "612");
  BOOST_TEST(disk(612'345'678).facts.value("total_megabytes").value() == "1000");
}

BOOST_AUTO_TEST_CASE(a_disk_that_cannot_be_seen_is_unknown) {
  for (CannotSee::Why why : {CannotSee::Why::not_here, CannotSee::Why::refused}) {
    test::Situation situation = test::healthy_terminal();
    situation.seen.disk = std::unexpected(CannotSee{why, 2, "statvfs"});
    const Finding finding = test::terminal_finding(situation, "terminal.disk");
    expect(finding, Verdict::unknown, 814);
    BOOST_TEST(finding.facts.value("trouble").value() == name_of(why));
  }
}

BOOST_AUTO_TEST_SUITE_END()
