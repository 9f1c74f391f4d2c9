// SPDX-License-Identifier: GPL-3.0-or-later
#include <csignal>
#include <filesystem>

#include <boost/test/unit_test.hpp>

#include "tests/unit/sheet/reading.h"

namespace onshi {
namespace {

constexpr int kRefused = 1;

ProgramResult trial(const std::string& what, std::chrono::milliseconds time = std::chrono::seconds{15}) {
  ProgramTask task;
  task.program = SHEET_READER_TRIAL;
  task.arguments = {what};
  task.time = time;
  auto result = system_programs()->run(task, test::plenty());
  BOOST_TEST_REQUIRE(result.has_value(), what);
  return *result;
}

bool is_ended_by_the_kernel(const std::string& what) {
  const ProgramResult result = trial(what);
  return result.end == ProgramResult::End::killed && result.status == SIGSYS;
}

bool is_refused(const std::string& what) {
  const ProgramResult result = trial(what);
  return result.end == ProgramResult::End::exited && result.status == kRefused;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(confinement_tests)

BOOST_AUTO_TEST_CASE(what_the_reader_needs_still_works) {
  BOOST_TEST(trial("nothing").status == 0);
  BOOST_TEST(trial("table").status == 0);
}

BOOST_AUTO_TEST_CASE(no_socket_can_be_opened) {
  BOOST_TEST(is_ended_by_the_kernel("socket"));
  BOOST_TEST(is_ended_by_the_kernel("local-socket"));
}

BOOST_AUTO_TEST_CASE(no_other_file_can_be_read_or_made) {
  BOOST_TEST(is_refused("passwd"));
  BOOST_TEST(is_refused("climb"));
  BOOST_TEST(is_refused("create"));
  BOOST_TEST(!std::filesystem::exists("/tmp/onshi-trial"));
}

BOOST_AUTO_TEST_CASE(no_process_or_program_can_be_started_or_signalled) {
  for (const std::string what : {"fork", "exec", "kill"}) BOOST_TEST(is_ended_by_the_kernel(what), what);
}

BOOST_AUTO_TEST_CASE(an_endless_loop_ends) {
  const ProgramResult result = trial("loop", std::chrono::seconds{1});
  BOOST_TEST((result.end == ProgramResult::End::too_long || result.end == ProgramResult::End::killed));
}

BOOST_AUTO_TEST_CASE(memory_is_bounded) { BOOST_TEST(is_refused("memory")); }

BOOST_AUTO_TEST_CASE(output_is_bounded) {
  BOOST_TEST((trial("output").end == ProgramResult::End::too_much_output));
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace onshi
