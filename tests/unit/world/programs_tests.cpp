// SPDX-License-Identifier: GPL-3.0-or-later
#include <cerrno>
#include <thread>

#include <boost/test/unit_test.hpp>
#include <dirent.h>
#include <signal.h>
#include <sys/wait.h>

#include "probes/world/live/system_parts.h"
#include "probes/world/programs.h"

using namespace onshi;
using namespace std::chrono_literals;
using End = ProgramResult::End;

namespace {

Seen<ProgramResult> run(ProgramTask task, const Limit& limit = Limit::of(10min)) {
  return system_programs()->run(task, limit);
}

/// `script` for /bin/sh, which may start no other program.
ProgramTask shell(std::string script) {
  return {.program = "/bin/sh", .arguments = {"-c", std::move(script)}, .input = {}};
}

bool has_children() { return ::waitpid(-1, nullptr, WNOHANG) >= 0 || errno != ECHILD; }

long open_descriptors() {
  long count = 0;
  DIR* folder = ::opendir("/proc/self/fd");
  while (::readdir(folder) != nullptr) ++count;
  ::closedir(folder);
  return count;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(programs_tests)

BOOST_AUTO_TEST_CASE(what_goes_in_comes_out) {
  std::string input(300000, 'x');
  input[1000] = '\0';
  auto result = run({.program = "/bin/cat", .arguments = {}, .input = input});
  BOOST_REQUIRE(result.has_value());
  BOOST_TEST((result->end == End::exited));
  BOOST_TEST(result->status == 0);
  BOOST_TEST((result->output == input));
}

BOOST_AUTO_TEST_CASE(the_exit_status_is_told) {
  auto result = run(shell("exit 7"));
  BOOST_REQUIRE(result.has_value());
  BOOST_TEST((result->end == End::exited));
  BOOST_TEST(result->status == 7);
}

BOOST_AUTO_TEST_CASE(a_crash_is_told_with_its_signal) {
  auto result = run(shell("kill -SEGV $$"));
  BOOST_REQUIRE(result.has_value());
  BOOST_TEST((result->end == End::killed));
  BOOST_TEST(result->status == SIGSEGV);
}

BOOST_AUTO_TEST_CASE(an_endless_program_is_ended_when_its_time_is_over) {
  ProgramTask task = shell("while :; do :; done");
  task.time = 150ms;
  auto before = std::chrono::steady_clock::now();
  auto result = run(task);
  BOOST_REQUIRE(result.has_value());
  BOOST_TEST((result->end == End::too_long));
  BOOST_TEST((std::chrono::steady_clock::now() - before < 60s));
}

BOOST_AUTO_TEST_CASE(a_program_that_closes_its_output_and_stays_is_ended_too) {
  ProgramTask task = shell("exec >&-; while :; do :; done");
  task.time = 150ms;
  auto result = run(task);
  BOOST_REQUIRE(result.has_value());
  BOOST_TEST((result->end == End::too_long));
}

BOOST_AUTO_TEST_CASE(output_is_cut_at_its_bound) {
  ProgramTask task = shell("while :; do echo 0123456789; done");
  task.output_bytes = 5000;
  auto result = run(task);
  BOOST_REQUIRE(result.has_value());
  BOOST_TEST((result->end == End::too_much_output));
  BOOST_TEST(result->output.size() == 5000U);
}

BOOST_AUTO_TEST_CASE(output_of_exactly_the_bound_is_whole) {
  ProgramTask task{.program = "/bin/cat", .arguments = {}, .input = std::string(5000, 'y')};
  task.output_bytes = 5000;
  auto result = run(task);
  BOOST_REQUIRE(result.has_value());
  BOOST_TEST((result->end == End::exited));
  BOOST_TEST(result->output.size() == 5000U);
}

BOOST_AUTO_TEST_CASE(a_program_that_has_used_up_its_work_is_ended_long_before_its_time) {
  ProgramTask task = shell("while :; do :; done");
  task.time = 10min;
  task.work = 1s;
  auto result = run(task, Limit::of(10min));
  BOOST_REQUIRE(result.has_value());
  BOOST_TEST((result->end == ProgramResult::End::killed));
}

BOOST_AUTO_TEST_CASE(a_stop_ends_the_program_at_once) {
  std::stop_source source;
  std::jthread stopper([&] { source.request_stop(); });
  auto before = std::chrono::steady_clock::now();
  ProgramTask task = shell("while :; do :; done");
  task.time = 10min;
  auto result = run(task, Limit::of(10min, source.get_token()));
  BOOST_REQUIRE(!result.has_value());
  BOOST_TEST((result.error().why == CannotSee::Why::cancelled));
  BOOST_TEST((std::chrono::steady_clock::now() - before < 60s));
}

BOOST_AUTO_TEST_CASE(a_missing_program_is_not_here) {
  auto result = run({.program = "/nonexistent/program", .arguments = {}, .input = {}});
  BOOST_REQUIRE(!result.has_value());
  BOOST_TEST((result.error().why == CannotSee::Why::not_here));
}

BOOST_AUTO_TEST_CASE(a_file_that_is_no_program_is_refused) {
  auto result = run({.program = "/etc/passwd", .arguments = {}, .input = {}});
  BOOST_REQUIRE(!result.has_value());
  BOOST_TEST((result.error().why == CannotSee::Why::refused));
}

BOOST_AUTO_TEST_CASE(the_program_gets_no_environment_and_no_descriptors_of_ours) {
  ::setenv("ONSHI_TEST_SECRET", "not for children", 1);
  auto environment = run({.program = "/usr/bin/env", .arguments = {}, .input = {}});
  BOOST_REQUIRE(environment.has_value());
  BOOST_TEST(environment->output == "LANG=C.UTF-8\n");
  auto descriptors = run({.program = "/bin/ls", .arguments = {"/proc/self/fd"}, .input = {}});
  BOOST_REQUIRE(descriptors.has_value());
  BOOST_TEST(descriptors->output == "0\n1\n2\n3\n");  // 3 is the folder itself
}

BOOST_AUTO_TEST_CASE(the_program_can_write_no_file) {
  auto result = run(shell("echo x > /tmp/onshi-should-not-grow; echo $?"));
  BOOST_REQUIRE(result.has_value());
  BOOST_TEST(result->output != "0\n");
  ::unlink("/tmp/onshi-should-not-grow");
}

BOOST_AUTO_TEST_CASE(nothing_is_left_behind) {
  long before = open_descriptors();
  for (int i = 0; i < 20; ++i) {
    ProgramTask task = shell("while :; do :; done");
    task.time = 5ms;
    BOOST_TEST(run(task).has_value());
    BOOST_TEST(run(shell("exit 0")).has_value());
    BOOST_TEST(!run({.program = "/nonexistent/program", .arguments = {}, .input = {}}).has_value());
  }
  BOOST_TEST(!has_children());
  BOOST_TEST(open_descriptors() == before);
}

BOOST_AUTO_TEST_SUITE_END()
