// SPDX-License-Identifier: GPL-3.0-or-later
#include "probes/world/confine_self.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <csignal>
#include <cstdint>
#include <memory>
#include <span>

#include <fcntl.h>
#include <linux/landlock.h>
#include <seccomp.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <unistd.h>

#include "probes/world/linux/descriptor.h"

namespace onshi {
namespace {

enum class FileFence { standing, not_on_this_kernel, failed };

struct ReleaseFilter {
  void operator()(void* filter) const { seccomp_release(filter); }
};
using Filter = std::unique_ptr<void, ReleaseFilter>;

constexpr std::uint64_t kReading = LANDLOCK_ACCESS_FS_READ_FILE | LANDLOCK_ACCESS_FS_READ_DIR;
constexpr std::uint64_t kEveryFileAccess =
    LANDLOCK_ACCESS_FS_MAKE_SYM * 2 - 1;  // all that the first version knows

// What reading from a pipe, working in memory, reading an allowed file and writing to a pipe needs.
constexpr std::array kNeeded{
    SCMP_SYS(read),       SCMP_SYS(write),        SCMP_SYS(close),     SCMP_SYS(lseek),
    SCMP_SYS(mmap),       SCMP_SYS(mprotect),     SCMP_SYS(munmap),    SCMP_SYS(mremap),
    SCMP_SYS(brk),        SCMP_SYS(pread64),      SCMP_SYS(fstat),     SCMP_SYS(newfstatat),
    SCMP_SYS(getdents64), SCMP_SYS(futex),        SCMP_SYS(getrandom), SCMP_SYS(clock_gettime),
    SCMP_SYS(madvise),    SCMP_SYS(rt_sigreturn), SCMP_SYS(exit),      SCMP_SYS(exit_group)};

// Calls that libraries make in passing (looking for settings, caches, fonts): answered with "no" instead of
// an end.
constexpr std::array kRefused{
    SCMP_SYS(access), SCMP_SYS(faccessat), SCMP_SYS(faccessat2), SCMP_SYS(readlink), SCMP_SYS(readlinkat),
    SCMP_SYS(stat),   SCMP_SYS(lstat),     SCMP_SYS(statx),      SCMP_SYS(statfs),   SCMP_SYS(fstatfs),
    SCMP_SYS(getcwd), SCMP_SYS(mkdir),     SCMP_SYS(uname),      SCMP_SYS(sysinfo)};

/// A narrower limit that whoever started us has set already stays.
bool limit(decltype(RLIMIT_AS) what, rlim_t value) {
  rlimit present{};
  if (::getrlimit(what, &present) != 0) return false;
  const rlim_t most = std::min(value, present.rlim_max);
  const rlimit both{most, most};
  return ::setrlimit(what, &both) == 0;
}

bool limit_resources(const Confinement& confinement) {
  if (std::signal(SIGXFSZ, SIG_IGN) == SIG_ERR) return false;  // a refused write is an error, not an end
  return limit(RLIMIT_AS, confinement.memory_bytes) &&
         limit(RLIMIT_CPU, static_cast<rlim_t>(confinement.processor_time.count())) &&
         limit(RLIMIT_FSIZE, 0) && limit(RLIMIT_NPROC, 0) && limit(RLIMIT_CORE, 0) &&
         limit(RLIMIT_NOFILE, 32);
}

bool allow_reading(const Descriptor& rules, const std::string& folder) {
  const Descriptor place(::open(folder.c_str(), O_PATH | O_CLOEXEC));
  if (!place) return errno == ENOENT;  // nothing there to read
  landlock_path_beneath_attr beneath{};
  beneath.allowed_access = kReading;
  beneath.parent_fd = place.get();
  return ::syscall(SYS_landlock_add_rule, rules.get(), LANDLOCK_RULE_PATH_BENEATH, &beneath, 0) == 0;
}

FileFence fence_files(const std::vector<std::string>& readable) {
  landlock_ruleset_attr attributes{};
  attributes.handled_access_fs = kEveryFileAccess;
  const Descriptor rules(
      static_cast<int>(::syscall(SYS_landlock_create_ruleset, &attributes, sizeof attributes, 0)));
  if (!rules) {
    return errno == ENOSYS || errno == EOPNOTSUPP ? FileFence::not_on_this_kernel : FileFence::failed;
  }
  for (const std::string& folder : readable) {
    if (!allow_reading(rules, folder)) return FileFence::failed;
  }
  return ::syscall(SYS_landlock_restrict_self, rules.get(), 0) == 0 ? FileFence::standing : FileFence::failed;
}

bool answer(const Filter& filter, std::uint32_t action, std::span<const int> calls) {
  return std::all_of(calls.begin(), calls.end(),
                     [&](int call) { return seccomp_rule_add(filter.get(), action, call, 0) == 0; });
}

bool filter_calls(FileFence fence) {
  const Filter filter(seccomp_init(SCMP_ACT_KILL_PROCESS));
  if (!filter) return false;
  const std::array opening{SCMP_SYS(openat)};
  const auto open_answer = fence == FileFence::standing ? SCMP_ACT_ALLOW : SCMP_ACT_ERRNO(EACCES);
  return answer(filter, SCMP_ACT_ALLOW, kNeeded) && answer(filter, SCMP_ACT_ERRNO(EACCES), kRefused) &&
         answer(filter, open_answer, opening) && seccomp_load(filter.get()) == 0;
}

}  // namespace

bool confine_self(const Confinement& confinement) {
  if (!limit_resources(confinement)) return false;
  if (::prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0) return false;
  if (::prctl(PR_SET_DUMPABLE, 0, 0, 0, 0) != 0) return false;
  const FileFence fence = fence_files(confinement.readable);
  return fence != FileFence::failed && filter_calls(fence);
}

}  // namespace onshi
