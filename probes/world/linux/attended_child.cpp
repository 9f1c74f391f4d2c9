// SPDX-License-Identifier: GPL-3.0-or-later
#include "probes/world/linux/attended_child.h"

#include <algorithm>
#include <array>
#include <cerrno>

#include <signal.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include "probes/world/linux/wait_descriptors.h"

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

}  // namespace

ProgramResult attend_child(pid_t pid, const Descriptor& output_end, std::size_t bound, const Limit& limit) {
  Child child(pid);
  const int from = output_end.get();
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

}  // namespace onshi
