// SPDX-License-Identifier: GPL-3.0-or-later
#include "probes/world/linux/limited_child.h"

#include <cerrno>
#include <string_view>

#include <fcntl.h>
#include <signal.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/wait.h>

namespace onshi {
namespace {

#if defined(__SANITIZE_ADDRESS__)
constexpr bool needs_its_address_space = true;  // the sanitizer's shadow memory is larger than any bound
#else
constexpr bool needs_its_address_space = false;
#endif

constexpr int errors_at = 3;  // where the child keeps the pipe that tells why exec failed

struct Pipe {
  Descriptor from;
  Descriptor to;
};

std::expected<Pipe, int> make_pipe() {
  int ends[2] = {-1, -1};
  if (::pipe2(ends, O_CLOEXEC) != 0) return std::unexpected(errno);
  return Pipe{Descriptor(ends[0]), Descriptor(ends[1])};
}

bool write_all(int to, std::string_view bytes) {
  while (!bytes.empty()) {
    auto count = ::write(to, bytes.data(), bytes.size());
    if (count < 0 && errno != EINTR) return false;
    if (count > 0) bytes.remove_prefix(static_cast<std::size_t>(count));
  }
  return true;
}

std::expected<Descriptor, int> input_file(std::string_view bytes) {
  Descriptor file(::memfd_create("input", MFD_CLOEXEC));
  if (!file || !write_all(file.get(), bytes) || ::lseek(file.get(), 0, SEEK_SET) != 0) {
    return std::unexpected(errno);
  }
  return file;
}

// From here to `become` everything runs in the child between fork and exec: system calls only.

void bound(__rlimit_resource_t what, rlim_t value) {
  rlimit limit{value, value};
  ::setrlimit(what, &limit);
}

void set_bounds(const ProgramTask& task) {
  if (!needs_its_address_space) bound(RLIMIT_AS, task.memory_bytes);
  bound(RLIMIT_CPU, static_cast<rlim_t>(task.work.count()));
  bound(RLIMIT_FSIZE, 0);
  bound(RLIMIT_CORE, 0);
  bound(RLIMIT_NOFILE, 64);
  bound(RLIMIT_NPROC, 0);
}

void forget_signals() {
  for (int number = 1; number < NSIG; ++number) ::signal(number, SIG_DFL);
  sigset_t none;
  sigemptyset(&none);
  ::sigprocmask(SIG_SETMASK, &none, nullptr);
}

struct Ends {
  int input;
  int output;
  int errors;
  int nothing;
};

/// Moves all ends above the numbers that the child uses, then to their places.
void place_descriptors(Ends ends) {
  int* all[] = {&ends.input, &ends.output, &ends.errors, &ends.nothing};
  for (int* end : all) *end = ::fcntl(*end, F_DUPFD_CLOEXEC, errors_at + 1);
  ::dup2(ends.input, 0);
  ::dup2(ends.output, 1);
  ::dup2(ends.nothing, 2);
  ::dup3(ends.errors, errors_at, O_CLOEXEC);
  ::close_range(errors_at + 1, ~0U, 0);
}

[[noreturn]] void become(const ProgramTask& task, const Ends& ends, char* const* arguments) {
  char language[] = "LANG=C.UTF-8";
  char* const environment[] = {language, nullptr};
  ::setpgid(0, 0);
  ::prctl(PR_SET_PDEATHSIG, SIGKILL);
  ::prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0);
  forget_signals();
  place_descriptors(ends);
  set_bounds(task);
  ::execve(arguments[0], arguments, environment);
  int error = errno;
  [[maybe_unused]] auto written = ::write(errors_at, &error, sizeof error);
  ::_exit(127);
}

/// 0 when exec succeeded, which closes the pipe.
int error_from(int pipe) {
  int error = 0;
  ssize_t count = 0;
  do {
    count = ::read(pipe, &error, sizeof error);
  } while (count < 0 && errno == EINTR);
  return count == sizeof error ? error : 0;
}

std::vector<char*> arguments_of(std::string& program, std::vector<std::string>& arguments) {
  std::vector<char*> all{program.data()};
  for (std::string& argument : arguments) all.push_back(argument.data());
  all.push_back(nullptr);
  return all;
}

struct Preparation {
  Descriptor input;
  Descriptor nothing;
  Pipe output;
  Pipe errors;
};

std::expected<Preparation, int> prepare(const ProgramTask& task) {
  auto input = input_file(task.input);
  if (!input) return std::unexpected(input.error());
  Descriptor nothing(::open("/dev/null", O_WRONLY | O_CLOEXEC));
  auto output = make_pipe();
  auto errors = make_pipe();
  if (!nothing || !output || !errors) return std::unexpected(errno);
  ::fcntl(output->from.get(), F_SETFL, O_NONBLOCK);
  return Preparation{std::move(*input), std::move(nothing), std::move(*output), std::move(*errors)};
}

}  // namespace

std::expected<LimitedChild, int> start_limited_child(const ProgramTask& task) {
  auto prepared = prepare(task);
  if (!prepared) return std::unexpected(prepared.error());
  std::string program = task.program.string();
  std::vector<std::string> copies = task.arguments;
  std::vector<char*> arguments = arguments_of(program, copies);
  Ends ends{prepared->input.get(), prepared->output.to.get(), prepared->errors.to.get(),
            prepared->nothing.get()};

  pid_t pid = ::fork();
  if (pid == 0) become(task, ends, arguments.data());
  if (pid < 0) return std::unexpected(errno);
  prepared->output.to.close();
  prepared->errors.to.close();
  if (int error = error_from(prepared->errors.from.get()); error != 0) {
    ::waitpid(pid, nullptr, 0);
    return std::unexpected(error);
  }
  return LimitedChild{pid, std::move(prepared->output.from)};
}

}  // namespace onshi
