// SPDX-License-Identifier: GPL-3.0-or-later
#include "probes/world/linux/linux_programs.h"

#include <array>
#include <cerrno>
#include <cstring>

#include <fcntl.h>
#include <signal.h>
#include <sys/syscall.h>
#include <sys/wait.h>

#include "probes/world/linux/descriptor.h"
#include "probes/world/linux/limited_child.h"
#include "probes/world/linux/wait_descriptors.h"
#include "probes/world/live/system_parts.h"

namespace onshi {
namespace {

using End = ProgramResult::End;

/// A child that is killed with its group and waited for, whatever happens; never a zombie.
class Child {
 public:
  explicit Child(pid_t pid) : pid_(pid), handle_(static_cast<int>(::syscall(SYS_pidfd_open, pid, 0))) {}
  Child(const Child&) = delete;
  Child& operator=(const Child&) = delete;
  ~Child() {
    if (pid_ > 0) kill_and_wait();
  }

  [[nodiscard]] int handle() const { return handle_.get(); }

  /// The status of waitpid.
  int wait() {
    int status = 0;
    while (::waitpid(pid_, &status, 0) < 0 && errno == EINTR) {
    }
    pid_ = 0;
    return status;
  }
  int kill_and_wait() {
    ::kill(-pid_, SIGKILL);
    ::kill(pid_, SIGKILL);
    return wait();
  }

 private:
  pid_t pid_;
  Descriptor handle_;
};

enum class Reading { more, nothing_yet, at_end };

Reading read_some(int from, std::string& output) {
  std::array<char, 65536> buffer{};
  auto count = ::read(from, buffer.data(), buffer.size());
  if (count > 0) {
    output.append(buffer.data(), static_cast<std::size_t>(count));
    return Reading::more;
  }
  return count < 0 && (errno == EAGAIN || errno == EINTR) ? Reading::nothing_yet : Reading::at_end;
}

/// Everything that is in the pipe now, up to the bound. False when there is more than that.
bool drain(int from, std::string& output, std::size_t bound, bool& at_end) {
  while (output.size() <= bound) {
    Reading reading = read_some(from, output);
    at_end = at_end || reading == Reading::at_end;
    if (reading != Reading::more) return output.size() <= bound;
  }
  return false;
}

ProgramResult result_of(int status, std::string output) {
  if (WIFEXITED(status)) return {End::exited, WEXITSTATUS(status), std::move(output)};
  return {End::killed, WTERMSIG(status), std::move(output)};
}

ProgramResult stopped(Child& child, End why, std::string output, std::size_t bound) {
  child.kill_and_wait();
  output.resize(std::min(output.size(), bound));
  return {why, SIGKILL, std::move(output)};
}

/// Reads until the child has ended or one of its bounds is reached.
ProgramResult attend(Child& child, int from, std::size_t bound, const Limit& limit) {
  std::string output;
  bool at_end = false;
  while (true) {
    std::array wanted = {pollfd{child.handle(), POLLIN, 0}, pollfd{at_end ? -1 : from, POLLIN, 0}};
    if (!wait_descriptors(wanted, limit)) return stopped(child, End::too_long, std::move(output), bound);
    bool ended = wanted[0].revents != 0;
    if (!at_end && !drain(from, output, bound, at_end)) {
      return stopped(child, End::too_much_output, std::move(output), bound);
    }
    if (ended) return result_of(child.wait(), std::move(output));
  }
}

CannotSee cannot_start(int error) {
  auto why = error == ENOENT || error == ENOTDIR ? CannotSee::Why::not_here
             : error == EACCES                   ? CannotSee::Why::refused
                                                 : CannotSee::Why::failed;
  return {why, error, std::strerror(error)};
}

}  // namespace

Seen<ProgramResult> LinuxPrograms::run(const ProgramTask& task, const Limit& limit) {
  if (limit.cancelled()) return std::unexpected(CannotSee{CannotSee::Why::cancelled, 0, {}});
  auto started = start_limited_child(task);
  if (!started) return std::unexpected(cannot_start(started.error()));
  Child child(started->pid);
  ProgramResult result = attend(child, started->output.get(), task.output_bytes, limit.within(task.time));
  if (limit.cancelled()) return std::unexpected(CannotSee{CannotSee::Why::cancelled, 0, {}});
  return result;
}

std::unique_ptr<Programs> system_programs() { return std::make_unique<LinuxPrograms>(); }

}  // namespace onshi
